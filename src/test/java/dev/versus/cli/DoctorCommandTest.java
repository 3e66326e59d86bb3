package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    @Test
    void of_plain_processes_it_tells_the_jdk_and_what_each_service_runs() {
        CommandLineRun run = CommandLineRun.of("doctor", "process", "--system", "shop/jvm");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "environment process",
                        "ok      a JDK 17 or newer",
                        Runtime.version().toString())
                .contains("shop/jvm in process")
                .containsPattern("ok {6}api-gateway +\\S*java")
                .containsPattern("ok {6}postgres +postgres:\\S+, from the class path")
                .doesNotContain("MISSING");
    }

    @Test
    void an_environment_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("doctor", "moon");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("Versus: There is no environment 'moon'")
                .hasLineCount(1);
    }

    @Test
    void a_system_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("doctor", "process", "--system", "shpo");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).startsWith("Versus: There is no system 'shpo'").hasLineCount(1);
    }

    @Test
    void a_variant_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("doctor", "process", "--system", "shop/cobol");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("Versus: The system 'shop' has no variant 'cobol'")
                .hasLineCount(1);
    }

    @Test
    void lines_are_aligned_and_what_is_missing_has_the_command_that_mends_it() {
        assertThat(DoctorCommand.table(List.of(
                        Requirement.met("a JDK", "25"),
                        Requirement.missing("nginx", "not on the PATH", "environments/provision servers"))))
                .containsExactly(
                        "  ok      a JDK  25",
                        "  MISSING nginx  not on the PATH",
                        "          mend it: environments/provision servers");
    }
}
