package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.fixture.Cage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a journal names, a sweep removes what its run can have made and nothing of others. Each line is swept by the removers of
 * every environment, as root, in a cage that holds things of others: the worst of these lines delete a whole machine.
 */
@Timeout(120)
class HostileJournalIT {

    private static final RunId RUN = new RunId("abcd1234");
    private static final String PROCESS = "PROCESS";

    /** In the cage, where versions of this project keep the state of root. */
    private static final StateFolder STATE = new StateFolder(Path.of("/var/lib/versus/state"));

    @TempDir
    Path folder;

    @BeforeEach
    void requireCage() {
        Cage.assumeCage();
    }

    /** Writes down a run whose owner is dead, with the lines, and sweeps; the first argument is the id of a process of others. */
    static final class Sweeping {

        private Sweeping() {}

        public static void main(String[] arguments) throws IOException {
            var processes = new HostProcesses();
            ProcessIdentity bystander =
                    processes.identify(Long.parseLong(arguments[0])).orElseThrow();
            Run.open(STATE, RUN, deadOwner(processes));
            Files.writeString(
                    STATE.of(RUN).resolve("journal"),
                    arguments[1].replace(PROCESS, bystander.asText()) + "\n",
                    StandardOpenOption.CREATE);
            new Leftovers(STATE, processes, Removal.real(processes, Ticker.real()), Clock.systemUTC()).sweep();
            System.out.println("swept");
        }
    }

    /** Somebody who had the id of this process once. */
    static ProcessIdentity deadOwner(HostProcesses processes) {
        ProcessIdentity self = processes.self();
        return new ProcessIdentity(self.pid(), self.started().replaceFirst("^\\d+", "1"));
    }

    private Cage.Told sweep(String lines) throws IOException, InterruptedException {
        return new Cage(folder).run(Sweeping.class, lines);
    }

    private void assertNothingOfOthersGoes(String lines) throws IOException, InterruptedException {
        Cage.Told told = sweep(lines);

        assertThat(told.before()).contains("interface eth0", "process lives", "/srv/bystander/file", "/etc/passwd");
        assertThat(told.changes()).isEmpty();
        assertThat(told.said()).isEqualTo("swept\n");
    }

    @Test
    void what_the_run_itself_made_goes() throws Exception {
        Cage.Told told = sweep("making interface vsabcd1234b0\nmaking nft-table versus_abcd1234\n"
                + "making network-namespace versus-abcd1234-web-1");

        assertThat(told.changes())
                .containsExactlyInAnyOrder(
                        "- interface vsabcd1234b0",
                        "- table inet versus_abcd1234",
                        "- /var/run/netns/versus-abcd1234-web-1");
        assertThat(told.said()).isEqualTo("swept\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making folder /etc",
                "making folder /",
                "making folder ../..",
                "making folder /srv/bystander",
                "making folder /var/lib/versus/state/run-abcd1234/../../../../../srv/bystander",
            })
    void a_folder_of_others_stays(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making cgroup /sys/fs/cgroup/versus-aaaaaaaa/../..",
                "making cgroup /srv/versus-abcd1234",
                "making cgroup /srv/versus-abcd1234/..",
                "making cgroup /sys/fs/cgroup/../../../srv/versus-abcd1234",
                "making cgroup /srv/versus-zzzzzzzz/web-1",
            })
    void a_folder_that_is_no_cgroup_of_the_run_stays_and_so_does_who_is_named_in_it(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making network-namespace ../../etc/passwd",
                "making network-namespace bystander",
                "making network-namespace versus-zzzzzzzz-web-1",
                "making network-namespace versus-abcd1234-/../../../etc/passwd",
            })
    void a_network_namespace_of_others_stays_and_so_does_a_file(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"making interface eth0", "making interface vszzzzzzzzb0", "making interface lo"})
    void an_interface_of_others_stays(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making nft-table bystander",
                "making nft-table versus_zzzzzzzz",
                "making nft-table x; flush ruleset; add table inet x",
                "making nft-table versus_abcd1234; flush ruleset; add table inet versus_abcd1234",
                "making docker-ipv6-wall bystander",
                "making docker-ipv6-wall x; flush ruleset; add table ip6 x",
                "making forward-rule iptables bystander",
                "making forward-rule iptables vszzzzzzzz",
            })
    void tables_and_rules_of_others_stay(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making forward-rule /tmp/evil x",
                "making forward-rule ../../tmp/evil x",
                "making forward-rule ../tmp/evil vsabcd1234",
                "making forward-rule /tmp/evil vsabcd1234",
            })
    void a_program_that_a_journal_names_is_not_run(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process PROCESS -9 web-1",
                "process PROCESS '-9 1; touch /srv/x' web-1",
                "process PROCESS TERM;touch${IFS}/srv/x web-1",
                "process PROCESS --help web-1",
                "process PROCESS term web-1",
            })
    void a_process_is_not_stopped_by_a_signal_that_is_none(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "making interface vsabcd1234b9\rmaking folder /srv/bystander",
                "making nft-table versus_abcd1239\u000bflush ruleset",
                "making folder /srv/x\u0000",
                "making FOLDER /srv/bystander",
                "making container no-address",
                "making container :::: versus-abcd1234-web-1",
                "making container tcp://198.51.100.1:2375 x",
                "process 99999999999999999999 x TERM web-1",
            })
    void a_line_that_means_nothing_ends_no_sweep(String line) throws Exception {
        assertNothingOfOthersGoes(line);
    }
}
