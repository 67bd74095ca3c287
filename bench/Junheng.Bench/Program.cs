Console.WriteLine("usage: Junheng.Bench NAME");
