package dev.versus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The compiled classes whose architecture is tested. */
final class Compiled {

    static final JavaClasses MAIN = new ClassFileImporter().importPath(folderOf(Settings.class));
    static final JavaClasses SIMULATIONS = new ClassFileImporter().importPackages("dev.versus.simulations");

    private Compiled() {}

    private static Path folderOf(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> Path.of(location.getPath()))
                .orElseThrow();
    }

    /** Tells whether a package of the harness holds classes. */
    static boolean exists(String name) {
        return MAIN.stream().anyMatch(resideInAPackage("dev.versus." + name + ".."));
    }
}
