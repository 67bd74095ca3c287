using System.Reflection;
using System.Reflection.Emit;

namespace Junheng.Tests.Architecture;

/// <summary>Which types a type names: in its base, members, attributes and, instruction by instruction, its method bodies.
/// Constants and nameof leave no trace in compiled code and are not seen.</summary>
public static class TypeReferences
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Every type named, generic arguments and element types taken apart, the type itself left out.</summary>
    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(found, contract);
        foreach (var attribute in type.GetCustomAttributesData()) Add(found, attribute.AttributeType);
        foreach (var field in type.GetFields(Declared)) Add(found, field.FieldType);
        foreach (var property in type.GetProperties(Declared)) Add(found, property.PropertyType);
        foreach (var member in type.GetMembers(Declared))
            foreach (var attribute in member.GetCustomAttributesData()) AddAttribute(found, attribute);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            if (method is MethodInfo { ReturnType: var result }) Add(found, result);
            foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
            if (method.GetMethodBody() is { } body) AddBody(found, method, body);
        }
        found.Remove(type);
        return found;
    }

    private static void AddAttribute(HashSet<Type> found, CustomAttributeData attribute)
    {
        Add(found, attribute.AttributeType);
        foreach (var argument in attribute.ConstructorArguments) Add(found, argument.Value as Type);
    }

    private static void AddBody(HashSet<Type> found, MethodBase method, MethodBody body)
    {
        foreach (var local in body.LocalVariables) Add(found, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses)
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause) Add(found, clause.CatchType);
        var code = body.GetILAsByteArray()!;
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                AddMember(found, method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod));
            at += OperandSize(operation, code, at);
        }
    }

    private static int OperandSize(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };

    private static void AddMember(HashSet<Type> found, MemberInfo? member)
    {
        if (member is Type type) Add(found, type);
        else Add(found, member?.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } generic)
            foreach (var argument in generic.GetGenericArguments()) Add(found, argument);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType) { Add(found, type.GetElementType()); return; }
        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            if (!found.Add(type)) return;
            Add(found, type.GetGenericTypeDefinition());
            foreach (var argument in type.GetGenericArguments()) Add(found, argument);
            return;
        }
        found.Add(type);
    }
}
