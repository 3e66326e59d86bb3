package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.versus.linux.FakeHost;
import dev.versus.linux.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerThreadsTest {

    private static final long JVM = 99_999_999;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private FakeHost thread(long pid, long id, String name, long nanos) {
        String thread = "proc/" + pid + "/task/" + id;
        return FakeHost.ofVersion2(folder)
                .write(thread + "/comm", name + "\n")
                .write(thread + "/schedstat", nanos + " 7 9\n");
    }

    @Test
    void adds_up_the_cpu_time_of_both_compilers_and_of_no_other_thread() {
        thread(JVM, 1, "java", 9_000_000_000L);
        thread(JVM, 2, "C1 CompilerThre", 250_000_000L);
        FakeHost host = thread(JVM, 3, "C2 CompilerThre", 1_500_000_000L);
        assertThat(new CompilerThreads(JVM, host.proc()).seconds().orElseThrow())
                .isCloseTo(1.75, within(1e-9));
    }

    @Test
    void counts_on_when_a_compiler_thread_ends_and_another_begins() throws IOException {
        thread(JVM, 2, "C2 CompilerThre", 1_000_000_000L);
        FakeHost host = thread(JVM, 3, "C2 CompilerThre", 1_000_000_000L);
        CompilerThreads compilers = new CompilerThreads(JVM, host.proc());
        assertThat(compilers.seconds().orElseThrow()).isCloseTo(2, within(1e-9));
        Files.delete(host.folder().resolve("proc/" + JVM + "/task/3/comm"));
        Files.delete(host.folder().resolve("proc/" + JVM + "/task/3/schedstat"));
        Files.delete(host.folder().resolve("proc/" + JVM + "/task/3"));
        thread(JVM, 2, "C2 CompilerThre", 1_200_000_000L);
        thread(JVM, 4, "C2 CompilerThre", 100_000_000L);
        assertThat(compilers.seconds().orElseThrow()).isCloseTo(2.3, within(1e-9));
    }

    @Test
    void finds_a_jvm_that_another_program_started() {
        thread(JVM, JVM, "sh", 5).write("proc/" + JVM + "/task/" + JVM + "/children", "4242 ");
        FakeHost host = thread(4242, 4243, "C2 CompilerThre", 1_000_000_000L);
        assertThat(new CompilerThreads(JVM, host.proc()).seconds().orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void knows_nothing_of_a_process_that_is_no_jvm() {
        FakeHost host = thread(JVM, JVM, "nginx", 1_000_000_000L);
        assertThat(new CompilerThreads(JVM, host.proc()).seconds()).isEmpty();
        assertThat(new CompilerThreads(JVM + 1, host.proc()).seconds()).isEmpty();
    }

    @Test
    void reads_the_compilers_of_this_very_jvm() {
        var compilers = new CompilerThreads(ProcessHandle.current().pid(), Proc.ofThisHost());
        assertThat(compilers.seconds().orElseThrow()).isPositive();
    }
}
