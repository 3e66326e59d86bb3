package dev.versus;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The public API as text: a line for each type that is marked as such, and for each member that a simulation may use. */
final class ApiSurface {

    /** Members that every class has. */
    private static final Set<String> OF_ANY_CLASS = Set.of("equals", "hashCode", "toString");

    private ApiSurface() {}

    /** Finds the types that are marked, in the order of their names. */
    static List<Class<?>> types() {
        return Compiled.MAIN.stream()
                .filter(type -> type.isAnnotatedWith(PublicApi.class))
                .map(JavaClass::reflect)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .<Class<?>>map(type -> type)
                .toList();
    }

    static List<String> lines() {
        return types().stream().flatMap(ApiSurface::of).distinct().toList();
    }

    private static Stream<String> of(Class<?> type) {
        Stream<Executable> all = Stream.concat(
                Stream.of(type.getDeclaredConstructors()),
                inherited(type).flatMap(one -> Stream.of(one.getDeclaredMethods())));
        Stream<String> members = all.filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !OF_ANY_CLASS.contains(member.getName()))
                .map(member -> "    " + plain(member.toGenericString()))
                .sorted();
        Stream<Class<?>> nested = Stream.of(type.getDeclaredClasses()).filter(inner -> isVisible(inner.getModifiers()));
        return Stream.of(
                        Stream.of(headOf(type)),
                        constants(type),
                        members,
                        nested.sorted((one, other) -> one.getName().compareTo(other.getName()))
                                .flatMap(ApiSurface::of))
                .flatMap(lines -> lines);
    }

    /** A class, and those above it that belong to the harness but cannot be named outside their package. */
    private static Stream<Class<?>> inherited(Class<?> type) {
        return Stream.<Class<?>>iterate(type, above -> above != null && isOurs(above, type), Class::getSuperclass);
    }

    private static boolean isOurs(Class<?> above, Class<?> type) {
        return above == type || (above.getName().startsWith("dev.versus.") && !Modifier.isPublic(above.getModifiers()));
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()) && !field.isSynthetic())
                .map(field -> "    " + plain(field.toGenericString()))
                .sorted();
    }

    private static String headOf(Class<?> type) {
        String above = Optional.ofNullable(type.getGenericSuperclass())
                .filter(superclass -> superclass != Object.class && superclass != Record.class)
                .map(superclass -> " extends " + superclass.getTypeName())
                .orElse("");
        String promises = Arrays.stream(type.getGenericInterfaces())
                .map(promised -> " implements " + promised.getTypeName())
                .reduce("", String::concat);
        return plain(type.toGenericString()) + plain(above) + plain(promises);
    }

    /** Leaves out the packages of the JDK that everybody knows. */
    private static String plain(String text) {
        return text.replaceAll("\\bjava\\.(lang|util|time|net)\\.(function\\.)?(?=[A-Z])", "");
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
