package dev.patchbay.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that a plugin can compile or link against, a line for each type and each member:
///
/// ```
/// Protocol interface since 1.0 implemented by PLUGIN
/// Protocol#open(ServiceContext) abstract Service throws Exception
/// ```
///
/// Names of the api and of java.lang stand without their package.
final class ApiSurface {

    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_ENUM = Set.of("values", "valueOf");

    private ApiSurface() {}

    /// {@return the lines of these types, in the order of the text}
    static SortedSet<String> of(Stream<Class<?>> types) {
        return types.flatMap(ApiSurface::lines).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(Class<?> type) {
        List<Stream<String>> members = List.of(
                Arrays.stream(type.getDeclaredFields()).filter(ApiSurface::isOpen).map(ApiSurface::field),
                Arrays.stream(type.getDeclaredConstructors()).filter(ApiSurface::isOpen).map(ApiSurface::constructor),
                Arrays.stream(type.getDeclaredMethods()).filter(ApiSurface::isOpen).filter(ApiSurface::isOwn).map(ApiSurface::method));
        return Stream.concat(Stream.of(type(type)), members.stream().flatMap(lines -> lines).map(line -> shortened(type.getTypeName() + "#" + line)));
    }

    private static boolean isOpen(Member member) {
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && !member.isSynthetic();
    }

    private static boolean isOwn(Method method) {
        return !OF_OBJECT.contains(method.getName()) && !(method.getDeclaringClass().isEnum() && OF_ENUM.contains(method.getName()));
    }

    private static String type(Class<?> type) {
        StringBuilder line = new StringBuilder(type.getTypeName()).append(parameters(type.getTypeParameters()))
                .append(' ').append(modifiers(type)).append(kind(type));
        if (type.isRecord()) {
            line.append(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(joining(", ", "(", ")")));
        }
        if (type.isAnnotationPresent(FunctionalInterface.class)) {
            line.append(" for lambdas");
        }
        superclass(type).ifPresent(name -> line.append(" extends ").append(name));
        line.append(Arrays.stream(type.getAnnotatedInterfaces()).map(AnnotatedType::toString).map(name -> " is " + name).collect(joining()));
        Optional.ofNullable(type.getAnnotation(Stable.class))
                .ifPresent(stable -> line.append(" since ").append(stable.since()).append(" implemented by ").append(stable.implementedBy()));
        return shortened(line.toString());
    }

    private static String modifiers(Class<?> type) {
        boolean implied = type.isInterface() || type.isEnum() || type.isRecord();
        return implied ? "" : Modifier.toString(type.getModifiers() & (Modifier.FINAL | Modifier.ABSTRACT)).concat(" ").stripLeading();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        return type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static Optional<String> superclass(Class<?> type) {
        boolean implied = type.isInterface() || type.isEnum() || type.isRecord() || type.getSuperclass() == Object.class;
        return implied ? Optional.empty() : Optional.of(type.getAnnotatedSuperclass().toString());
    }

    private static String field(Field field) {
        String modifiers = Modifier.toString(field.getModifiers() & (Modifier.STATIC | Modifier.PROTECTED));
        return field.getName() + " " + modifiers + " " + field.getAnnotatedType() + constant(field);
    }

    /// Compilers copy the value of a constant into the classes that use it.
    private static String constant(Field field) {
        try {
            return field.getType().isPrimitive() || field.getType() == String.class ? " = " + field.get(null) : "";
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String constructor(Constructor<?> constructor) {
        return "new" + arguments(constructor) + exceptions(constructor);
    }

    private static String method(Method method) {
        String modifiers = Modifier.toString(method.getModifiers() & (Modifier.STATIC | Modifier.ABSTRACT | Modifier.PROTECTED));
        return method.getName() + arguments(method) + " " + (method.isDefault() ? "default" : modifiers).concat(" ").stripLeading()
                + parameters(method.getTypeParameters()).concat(" ").stripLeading() + method.getAnnotatedReturnType() + exceptions(method);
    }

    private static String arguments(Executable executable) {
        String all = Arrays.stream(executable.getAnnotatedParameterTypes()).map(AnnotatedType::toString).collect(joining(", ", "(", ")"));
        return executable.isVarArgs() ? all.replaceFirst("\\[]\\)$", "...)") : all;
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0 ? "" : Arrays.stream(variables).map(ApiSurface::parameter).collect(joining(", ", "<", ">"));
    }

    private static String parameter(TypeVariable<?> variable) {
        return variable.getName() + Arrays.stream(variable.getAnnotatedBounds())
                .map(AnnotatedType::toString)
                .filter(bound -> !bound.equals("java.lang.Object"))
                .collect(joining(" & ")).transform(bounds -> bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String exceptions(Executable executable) {
        return Arrays.stream(executable.getAnnotatedExceptionTypes()).map(type -> " throws " + type).collect(joining());
    }

    private static String shortened(String line) {
        return line.replace('$', '.')
                .replaceAll("dev\\.patchbay\\.api\\.|java\\.lang\\.(?=[A-Z])", "")
                .replace("@org.jspecify.annotations.Nullable()", "@Nullable");
    }
}
