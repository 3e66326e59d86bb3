package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {

    private static List<String> maven(String... arguments) {
        var benchmark = new BenchmarkCommand();
        new CommandLine(benchmark).parseArgs(arguments);
        List<String> command = benchmark.command();
        return command.subList(1, command.size());
    }

    @Test
    void without_a_name_it_is_the_quickstart() {
        assertThat(maven())
                .containsExactly("gatling:test", "-Dgatling.simulationClass=dev.versus.simulations.Quickstart");
    }

    @Test
    void settings_are_passed_on() {
        assertThat(maven("LoadUsers", "-Dversus.users=5", "-Dversus.rounds=6"))
                .containsExactly(
                        "gatling:test",
                        "-Dgatling.simulationClass=dev.versus.simulations.LoadUsers",
                        "-Dversus.users=5",
                        "-Dversus.rounds=6");
    }

    @Test
    void what_is_sent_is_passed_on_letter_by_letter() {
        String[] settings = {
            "-Dversus.header.Accept=text/html; q=0.9",
            "-Dversus.body={\"a\": \"b=c\"}",
            "-Dversus.credentials=basic:SHOP_USER:SHOP_PASSWORD",
            "-Dversus.endpoints=3 /a?b=c; 1 POST /d @e.json"
        };
        assertThat(maven(Stream.concat(Stream.of("LoadStress"), Stream.of(settings))
                        .toArray(String[]::new)))
                .endsWith(settings);
    }

    @Test
    void of_a_system_alone_it_is_as_ab_would_load_it() {
        assertThat(maven("--system", "ruler", "--service", "null-server", "--environment", "docker:network=host"))
                .containsExactly(
                        "gatling:test",
                        "-Dgatling.simulationClass=dev.versus.simulations.LoadFixedRequests",
                        "-Dversus.system=ruler",
                        "-Dversus.environment=docker:network=host",
                        "-Dversus.service=null-server");
    }

    @Test
    void a_simulation_that_there_is_not_gets_one_sentence() {
        CommandLineRun run = CommandLineRun.of("benchmark", "Quickstrat");
        assertThat(run.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .startsWith("Versus: There is no simulation 'Quickstrat'; there are: ")
                .contains("Quickstart", "LoadUsers")
                .hasLineCount(1);
    }
}
