package dev.versus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.versus.Compiled.MAIN;
import static dev.versus.Compiled.SIMULATIONS;
import static dev.versus.Compiled.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.versus.gatling.Versus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. */
class ArchitectureTest {

    private static final String HARNESS = "dev.versus..";
    private static final String ADAPTER = "dev.versus.gatling..";
    /** Beside itself, the JDK and the root, a package knows these packages and libraries. */
    static ArchRule knowsOnly(String name, String... known) {
        String own = "dev.versus." + name + "..";
        String[] allowed = Stream.concat(
                        Stream.of("java..", "javax..", "com.sun..", "org.jspecify..", own), Arrays.stream(known))
                .toArray(String[]::new);
        return classes().that().resideInAPackage(own).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "workload, dev.versus",
        "statistics, org.HdrHistogram.. org.apache.commons.statistics.. dev.versus",
        "linux, ''",
        "measurement, dev.versus dev.versus.workload dev.versus.linux com.fasterxml.jackson.. org.HdrHistogram..",
        "comparison, dev.versus dev.versus.workload dev.versus.measurement dev.versus.statistics",
        "revision, dev.versus dev.versus.build",
        "verdict, dev.versus dev.versus.comparison dev.versus.workload dev.versus.measurement dev.versus.statistics "
                + "com.fasterxml.jackson.annotation org.HdrHistogram.."
    })
    void theCoreKnowsOnlyWhatLiesBelowIt(String name, String known) {
        assertThat(exists(name)).as("dev.versus.%s holds classes", name).isTrue();
        knowsOnly(name, known.split(" ")).check(MAIN);
    }

    @Test
    void reportsKnowNeitherTheCommandLineNorTheAdapter() {
        assertThat(exists("report")).isTrue();
        noClasses()
                .that()
                .resideInAPackage("dev.versus.report..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.versus.cli..", "dev.versus.gatling..", "dev.versus.simulations.."))
                .check(MAIN);
    }

    @Test
    void nothingKnowsTheCommandLine() {
        assertThat(exists("cli")).isTrue();
        noClasses()
                .that(resideOutsideOfPackages("dev.versus.cli.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.versus.cli.."))
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineAndTheAdapterKnowRuns() {
        assertThat(exists("run")).isTrue();
        noClasses()
                .that(resideOutsideOfPackages("dev.versus.run..", "dev.versus.cli..", ADAPTER))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.versus.run.."))
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "build", "environment"})
    void systemsBuildsAndEnvironmentsKnowNothingOfMeasuring(String name) {
        assumeTrue(exists(name), "dev.versus." + name + " is still to come");
        String[] allowed = switch (name) {
            case "system" -> new String[] {};
            case "build" -> new String[] {"dev.versus.system.."};
            default -> new String[] {"dev.versus.system..", "dev.versus.build..", "dev.versus.linux"};
        };
        noClasses()
                .that()
                .resideInAPackage("dev.versus." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(HARNESS)
                        .and(resideOutsideOfPackages("dev.versus", "dev.versus." + name + ".."))
                        .and(resideOutsideOfPackages(allowed)))
                .check(MAIN);
    }

    @Test
    void theRootKnowsNoPackageOfTheHarness() {
        noClasses()
                .that()
                .resideInAPackage("dev.versus")
                .should()
                .dependOnClassesThat(resideInAPackage(HARNESS).and(resideOutsideOfPackages("dev.versus")))
                .check(MAIN);
    }

    @Test
    void packagesOfTheHarnessFormNoCycle() {
        slices().matching("dev.versus.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothingOutsideTheAdapterKnowsGatling() {
        noClasses()
                .that(resideOutsideOfPackages(ADAPTER))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.gatling..", "scala..", ADAPTER))
                .check(MAIN);
        assertThat(MAIN.get(Versus.class).getAllRawSuperclasses())
                .extracting(JavaClass::getPackageName)
                .contains("io.gatling.javaapi.core");
    }

    static ArchRule staysSilent() {
        return noClasses()
                .that(resideOutsideOfPackages("dev.versus.cli..", ADAPTER))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class);
    }

    @Test
    void onlyTheCommandLineAndTheAdapterPrintAndExit() {
        staysSilent().check(MAIN);
    }

    @Test
    void noServiceIsOnTheClassPathOfTheHarness() {
        assertThat(exists("services")).isFalse();
    }

    @Test
    void noTwoTypesShareASimpleName() {
        Map<String, List<String>> byName = Stream.of(MAIN, SIMULATIONS)
                .flatMap(JavaClasses::stream)
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName)
                .hasSizeGreaterThan(400)
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void everyPackageIsNullMarked() {
        Stream<JavaPackage> packages = Stream.of(MAIN, SIMULATIONS)
                .flatMap(JavaClasses::stream)
                .map(JavaClass::getPackage)
                .distinct();
        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", each.getName())
                        .isTrue());
    }

    @Test
    void aRuleFailsOnCodeThatBreaksIt() {
        JavaClasses bad = new ClassFileImporter().importClasses(Talkative.class);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> staysSilent().check(bad))
                .withMessageContaining("System.exit(int)")
                .withMessageContaining("System.out");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java.."))
                        .check(bad))
                .withMessageContaining("dev.versus.Settings");
    }

    @Test
    void aRuleAboutAPackageThatIsNotThereFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> knowsOnly("nowhere").check(MAIN))
                .withMessageContaining("failed to check any classes");
    }
}
