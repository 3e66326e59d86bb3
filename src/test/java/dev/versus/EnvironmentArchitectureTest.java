package dev.versus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.versus.Compiled.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which environments may know each other. */
class EnvironmentArchitectureTest {

    private static final String HOST = "environment.host";
    private static final String IMAGE = "environment.image";

    /** Environments whose services are on this host, as programs or on its network, may share how that is done. */
    private static final DescribedPredicate<JavaClass> BUILT_ON_HOST = resideInAnyPackage(
            "dev.versus.environment.process..",
            "dev.versus.environment.namespace..",
            "dev.versus.environment.docker..");
    /** Environments that run images, or what is in them, may share how those are made. */
    private static final DescribedPredicate<JavaClass> BUILT_ON_IMAGES =
            resideInAnyPackage("dev.versus.environment.docker..", "dev.versus.environment.namespace..");

    @Test
    void environmentsNeverSeeOneAnother() {
        assertThat(Stream.of(HOST, IMAGE)).allMatch(Compiled::exists);
        slices().matching("dev.versus.environment.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(BUILT_ON_HOST, resideInAPackage("dev.versus." + HOST + ".."))
                .ignoreDependency(BUILT_ON_IMAGES, resideInAPackage("dev.versus." + IMAGE + ".."))
                .check(MAIN);
    }

    @Test
    void whatEnvironmentsShareKnowsNoneOfThem() {
        for (String shared : new String[] {"environment", HOST + "..", IMAGE + ".."}) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.versus." + shared)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.versus.environment.(*)..")
                            .and(resideOutsideOfPackages("dev.versus." + shared)))
                    .check(MAIN);
        }
    }
}
