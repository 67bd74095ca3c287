using static Junheng.Core.Quantities.NumeralLexicon;

namespace Junheng.Core.Quantities;

/// <summary>Reads numbers written in Chinese: 三千二百余, 二十几, 三四十, 二〇二一, 三点五, 数千.</summary>
public static class ChineseNumerals
{
    /// <summary>Reads the longest numeral that starts at <paramref name="at"/>.</summary>
    public static bool TryRead(string text, int at, out Number number)
    {
        number = default;
        var code = Code(text[at]);
        if (code is Some or Several) return TryVague(text, at, out number);
        if (code is Myriad or Yi) return TryBareMyriad(text, at, out number);
        if (code < 0) return false;
        if (TryPositional(text, at, out number)) return true;
        return new Cursor(text, at).TryRead(out number);
    }

    /// <summary>数十, 几百, 数千万: the order of magnitude only.</summary>
    private static bool TryVague(string text, int at, out Number number)
    {
        number = default;
        var next = at + 1;
        if (next >= text.Length || Code(text[next]) is not (>= Ten and <= Yi)) return false;
        if (Code(text[at]) == Several && at > 0 && !MayPrecedeSeveral(text[at - 1])) return false;
        if (Follows(text, next + 1, PartsOf)) return false;
        decimal value = 1;
        var i = next;
        for (; i < text.Length && i - next < 3 && Code(text[i]) is Ten or Hundred or Thousand; i++) value *= Power(Code(text[i]));
        var multiplier = Multiplier(text, ref i);
        number = new Number(at, i, value, null, 0, NumeralScript.Chinese, Bound.Approx, multiplier);
        return true;
    }

    private static bool TryBareMyriad(string text, int at, out Number number)
    {
        number = default;
        var isLineSpeed = Follows(text, at + 1, UnitLexicon.Mega);
        if (!isLineSpeed && (at == 0 || !MayPrecedeMyriad(text[at - 1]))) return false;
        var i = at;
        var multiplier = Multiplier(text, ref i);
        if (multiplier.Length == 0 || Follows(text, i, PartsOf)) return false;
        number = new Number(at, i, 1, null, 0, NumeralScript.Chinese, Bound.Eq, multiplier);
        return true;
    }

    /// <summary>Digits read one by one as in 二〇二一: at least three, or any number of them with 〇.</summary>
    private static bool TryPositional(string text, int at, out Number number)
    {
        var i = at;
        decimal value = 0;
        var ring = false;
        for (; i < text.Length && i - at < 18 && Code(text[i]) is >= 0 and <= 9; i++)
        {
            ring |= text[i] is '〇' or '○';
            value = value * 10 + Code(text[i]);
        }
        var ended = i >= text.Length || Code(text[i]) is not (>= Ten and <= Yi);
        number = new Number(at, i, value, null, 0, NumeralScript.Chinese, Bound.Eq, "");
        return ended && (i - at >= 3 || ring && i - at == 2);
    }

    internal static decimal Power(sbyte code) => code switch { Ten => 10, Hundred => 100, Thousand => 1000, Myriad => 10_000, _ => 100_000_000 };

    internal static string Multiplier(string text, ref int i)
    {
        if (i >= text.Length) return "";
        var code = Code(text[i]);
        if (code is not (Myriad or Yi) || Follows(text, i + 1, PartsOf)) return "";
        i++;
        if (code == Yi) return Yis;
        if (i >= text.Length || Code(text[i]) != Yi) return Myriads;
        i++;
        return MyriadYis;
    }

    internal static bool Follows(string text, int at, string words) =>
        at >= 0 && at + words.Length <= text.Length && text.AsSpan(at, words.Length).SequenceEqual(words);

    /// <summary>Adds up 亿 and 万 sections; a trailing 万 or 亿 is left to the unit.</summary>
    private struct Cursor
    {
        private readonly string _text;
        private readonly int _at;
        /// <summary>Beyond this no quantity is meant, and products would leave the range of a decimal.</summary>
        private const decimal Largest = 1_000_000_000_000m;

        private int _i;
        private decimal _total, _section;
        private int _digit = -1, _upper = -1, _decimals;
        private sbyte _last;
        private decimal? _max;
        private Bound _bound = Bound.Eq;
        private string _multiplier = "";

        public Cursor(string text, int at) => (_text, _at, _i) = (text, at, at);

        public bool TryRead(out Number number)
        {
            while (_i < _text.Length && Step(Code(_text[_i]))) { }
            if (_i == _at) { number = default; return false; }
            Close();
            if (_max is not null) _bound = Bound.Range;
            number = new Number(_at, _i, _total + _section, _max, _decimals, NumeralScript.Chinese, _bound, _multiplier);
            return true;
        }

        private bool Step(sbyte code)
        {
            if (_multiplier.Length > 0 || _bound == Bound.Gt) return Excess() || TakeMultiplier(code);
            if (code is >= 0 and <= 9) return TakeDigit(code);
            if (code is Ten or Hundred or Thousand) return TakeUnit(code);
            if (code is Myriad or Yi) return TakeSection(code);
            return Excess() || TakePoint();
        }

        private bool TakeDigit(sbyte code)
        {
            if (_digit > 0)
            {
                // 两三个, 三四十, 十二三: neighbours say a range; anything else ends the number.
                if (_upper >= 0 || code <= _digit || code - _digit > 2) return false;
                _upper = code;
            }
            else _digit = code;
            _i++;
            return true;
        }

        private bool TakeUnit(sbyte code)
        {
            if (_digit < 0 && code != Ten && _i != _at) return false;
            if (_digit < 0 && code == Ten && _last is Ten) return false;
            if (code != Ten && _i + 1 < _text.Length && BreaksMultiplier(_text[_i + 1]) && !(_i == _at && _text[_i + 1] == UnitLexicon.Mega[0])) return false;
            var power = Power(code);
            if (_upper >= 0) { _max = _total + _section + _upper * power; _upper = -1; }
            _section += Math.Max(_digit, _digit < 0 ? 1 : 0) * power;
            _digit = -1;
            _last = code;
            _i++;
            return true;
        }

        private bool TakeSection(sbyte code)
        {
            if (Follows(_text, _i + 1, PartsOf) || _total > Largest) return false;
            var next = _i + 1 < _text.Length ? Code(_text[_i + 1]) : None;
            if (next is not (>= 0 and <= Thousand) && _total == 0) return TakeMultiplier(code);
            Close();
            // 一百二十万零五百 and 两亿三千万: a 万 below an 亿 multiplies its own section only.
            _total = _total > 0 && code == Myriad ? _total + _section * Power(code) : (_total + _section) * Power(code);
            _section = 0;
            _last = code;
            _i++;
            return true;
        }

        private bool TakeMultiplier(sbyte code)
        {
            if (_multiplier.Length > 0 || code is not (Myriad or Yi)) return false;
            _multiplier = Multiplier(_text, ref _i);
            return _multiplier.Length > 0;
        }

        private bool Excess()
        {
            if (_i == _at || _bound == Bound.Gt || _digit > 0 && _multiplier.Length == 0) return false;
            if (_last == 0 && _multiplier.Length == 0) return false;
            if (NumeralLexicon.Excess(_text[_i]) is not { } bound) return false;
            _bound = bound;
            _i++;
            return true;
        }

        private bool TakePoint()
        {
            if (_text[_i] != Point || _digit < 0 || _i + 1 >= _text.Length || Code(_text[_i + 1]) is not (>= 0 and <= 9)) return false;
            _section += _digit;
            _digit = -1;
            var place = 1m;
            for (_i++; _i < _text.Length && Code(_text[_i]) is >= 0 and <= 9 && _decimals < 10; _i++, _decimals++)
                _section += Code(_text[_i]) * (place /= 10);
            _multiplier = Multiplier(_text, ref _i);
            return false;
        }

        /// <summary>一百二 is 120; after 十 or 零 the last digit is one.</summary>
        private void Close()
        {
            if (_upper >= 0) { _max = _total + _section + _upper; _upper = -1; }
            if (_digit <= 0) return;
            var zero = _i >= 2 && Code(_text[_i - 2]) == 0;
            _section += _last is Hundred or Thousand && !zero && _max is null ? _digit * Power(_last) / 10 : _digit;
            _digit = -1;
        }
    }
}
