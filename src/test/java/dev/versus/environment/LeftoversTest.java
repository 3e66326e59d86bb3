package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.ProcessTermination.Mortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final RunId RUN = new RunId("abcd1234");

    @TempDir
    Path folder;

    private final FakeProcesses processes = new FakeProcesses();
    private final FakeRemover boxes = new FakeRemover("box");
    private final FakeRemover wires = new FakeRemover("wire");
    private final Removal removal =
            new Removal(new ProcessTermination(processes, new FakePace()), new RecordedThings(List.of(boxes, wires)));
    private StateFolder state = StateFolder.ofUser();

    @BeforeEach
    void stateInFolder() {
        state = new StateFolder(folder.resolve("state"));
    }

    private List<RunId> sweep() {
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(2)), ZoneOffset.UTC);
        return new Leftovers(state, processes, removal, later).sweep();
    }

    private ProcessIdentity ownedBy(ProcessIdentity owner) {
        ProcessIdentity child = processes.start(20);
        Run.open(state, RUN, owner).recordProcess(new Mortal(child, "INT", Duration.ofSeconds(1)), "web-1");
        return child;
    }

    @Test
    void a_run_whose_owner_lives_is_left_alone() {
        ProcessIdentity child = ownedBy(processes.start(10));

        assertThat(sweep()).isEmpty();
        assertThat(processes.isAlive(child)).isTrue();
        assertThat(state.of(RUN)).exists();
    }

    @Test
    void a_run_whose_owner_is_dead_goes_with_its_processes_and_its_folder() {
        ProcessIdentity child = ownedBy(new ProcessIdentity(10, "gone"));

        assertThat(sweep()).containsExactly(RUN);
        assertThat(processes.isAlive(child)).isFalse();
        assertThat(processes.signals).startsWith("INT 20");
        assertThat(state.of(RUN)).doesNotExist();
    }

    @Test
    void an_owner_whose_id_belongs_to_another_process_now_is_dead() {
        processes.start(10);
        ownedBy(new ProcessIdentity(10, "earlier"));

        assertThat(sweep()).containsExactly(RUN);
    }

    @Test
    void a_process_that_has_the_id_of_a_recorded_one_and_started_later_is_left_alone() {
        ownedBy(new ProcessIdentity(10, "gone"));
        var another = new ProcessIdentity(20, "later");
        processes.alive.put(20L, another);

        assertThat(sweep()).containsExactly(RUN);
        assertThat(processes.isAlive(another)).isTrue();
    }

    @Test
    void a_process_that_was_not_recorded_yet_is_known_by_the_run_that_it_carries() {
        ProcessIdentity unrecorded = processes.start(30);
        ProcessIdentity foreign = processes.start(31);
        processes.runs.put(unrecorded, RUN);
        processes.runs.put(foreign, new RunId("zzzz9999"));
        Run.open(state, RUN, new ProcessIdentity(10, "gone")).recordIntention("web-1");

        sweep();

        assertThat(processes.isAlive(unrecorded)).isFalse();
        assertThat(processes.isAlive(foreign)).isTrue();
    }

    @Test
    void a_journal_that_was_cut_off_is_read_as_far_as_it_goes() throws IOException {
        ProcessIdentity child = ownedBy(new ProcessIdentity(10, "gone"));
        Path journal = state.of(RUN).resolve("journal");
        Files.writeString(journal, Files.readString(journal) + "process 9");

        sweep();

        assertThat(processes.isAlive(child)).isFalse();
    }

    @Test
    void what_a_dead_run_has_made_is_removed_by_its_names_the_last_first() {
        Run run = Run.open(state, RUN, new ProcessIdentity(10, "gone"));
        run.recordMaking(List.of(new Made("wire", "w 1"), new Made("box", "b1"), new Made("box", "b2")));
        run.recordMaking(List.of(new Made("wire", "w2")));

        assertThat(sweep()).containsExactly(RUN);
        assertThat(wires.asked).containsExactly(List.of("w2"), List.of("w 1"));
        assertThat(boxes.asked).containsExactly(List.of("b2", "b1"));
        assertThat(state.of(RUN)).doesNotExist();
    }

    @Test
    void what_cannot_be_removed_now_is_tried_again_at_the_next_sweep() {
        boxes.works = false;
        Run.open(state, RUN, new ProcessIdentity(10, "gone")).recordMaking(List.of(new Made("box", "b1")));

        assertThat(sweep()).isEmpty();
        assertThat(state.of(RUN)).exists();

        boxes.works = true;
        assertThat(sweep()).containsExactly(RUN);
    }

    @Test
    void what_nobody_here_can_remove_stays_written_down() {
        Run.open(state, RUN, new ProcessIdentity(10, "gone")).recordMaking(List.of(new Made("castle", "c1")));

        assertThat(sweep()).isEmpty();
        assertThat(state.of(RUN)).exists();
    }

    @Test
    void a_name_that_was_cut_off_was_never_made() throws IOException {
        Run.open(state, RUN, new ProcessIdentity(10, "gone")).recordMaking(List.of(new Made("box", "b1")));
        Path journal = state.of(RUN).resolve("journal");
        Files.writeString(journal, Files.readString(journal) + "making box b");

        sweep();

        assertThat(boxes.asked).containsExactly(List.of("b1"));
    }

    @Test
    void what_no_run_has_made_is_nobodys_to_delete() throws IOException {
        Path projects = Files.createDirectories(folder.resolve("state/projects"));
        Path hidden = Files.createDirectories(folder.resolve("state/.config"));
        Path ownerless = Files.createDirectories(state.of(RUN));

        assertThat(sweep()).isEmpty();
        assertThat(List.of(projects, hidden, ownerless)).allMatch(Files::exists);
    }

    @Test
    void logs_of_failures_are_kept_for_a_day() throws IOException {
        Path kept = Files.createDirectories(state.failureOf(RUN));
        sweep();
        assertThat(kept).exists();

        Clock tomorrow = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
        new Leftovers(state, processes, removal, tomorrow).sweep();
        assertThat(kept).doesNotExist();
    }
}
