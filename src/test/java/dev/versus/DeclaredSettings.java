package dev.versus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;

/** Finds the constants that declare settings, in the harness and in the simulations that come with it. */
final class DeclaredSettings {

    /** Packages whose settings come last, in this order. */
    private static final List<String> LAST =
            List.of("dev.versus.simulations", "dev.versus.tutorial", "dev.versus.benchmarks");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPackages("dev.versus")
            .that(not(simpleNameEndingWith("Test").or(resideInAPackage("..fixture.."))));

    private DeclaredSettings() {}

    /** Lists the settings, ordered by package, class and the simulations that know them. */
    static List<Setting<?>> all() {
        return CLASSES.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(DeclaredSettings::isConstant)
                .sorted(Comparator.comparingInt((JavaField field) ->
                                LAST.indexOf(field.getOwner().getPackageName()))
                        .thenComparing(field -> field.getOwner().getSimpleName())
                        .thenComparing(field -> value(field).of()))
                .<Setting<?>>map(DeclaredSettings::value)
                .toList();
    }

    /** Counts the places that make a setting. */
    static long made() {
        return CLASSES.stream()
                .filter(each -> !each.isEquivalentTo(Setting.class))
                .flatMap(each -> each.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Setting.class))
                .count();
    }

    private static boolean isConstant(JavaField field) {
        return field.getRawType().isEquivalentTo(Setting.class)
                && field.getModifiers().contains(JavaModifier.STATIC)
                && field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static Setting<?> value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return (Setting<?>) field.get(null);
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }
}
