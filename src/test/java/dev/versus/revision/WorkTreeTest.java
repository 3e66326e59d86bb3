package dev.versus.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.CacheFolder;
import dev.versus.Kept;
import dev.versus.SourceCommit;
import dev.versus.revision.fixture.SampleRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

    private static final Revision MAIN = new Revision("main");

    @TempDir
    private Path folder;

    private Path cache;
    private SampleRepository repository;

    @BeforeEach
    void prepare() {
        cache = folder.resolve("cache");
        System.setProperty(CacheFolder.PROPERTY, cache.toString());
        repository = SampleRepository.in(folder.resolve("project"));
    }

    @AfterEach
    void forget() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    private Stream<Path> cached() {
        return Stream.ofNullable(cache.toFile().listFiles()).flatMap(Stream::of).map(File::toPath);
    }

    @Test
    void a_system_is_as_the_commit_has_it_with_all_around_it() throws IOException {
        repository.write("shared/settings.txt", "shared\n");
        String commit = repository.commit("Share settings");
        repository.write("systems/web/version.txt", "two\n");

        WorkTree taken = WorkTree.at(MAIN, repository.file());

        assertThat(taken.file()).hasContent("name: web").startsWith(cache.toRealPath());
        assertThat(taken.file().resolveSibling("version.txt")).hasContent("one");
        assertThat(taken.file().resolveSibling("../../shared/settings.txt")).hasContent("shared");
        assertThat(taken.sources()).isEqualTo(new SourceCommit(commit, "Share settings", false));
        assertThat(taken.sources()).hasToString("commit " + commit.substring(0, 12) + " \"Share settings\"");
        assertThat(repository.top().resolve("systems/web/version.txt")).hasContent("two");
        assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void the_folder_of_the_work_tree_has_the_name_of_the_repositorys_and_looks_like_the_top_of_one() {
        Path file = WorkTree.at(MAIN, repository.file()).file();
        assertThat(file).endsWithRaw(Path.of("project/systems/web/compose.yaml"));
        assertThat(file.resolve("../../../.git").normalize()).isEmptyDirectory();
    }

    @Test
    void a_system_may_fill_the_whole_repository() {
        Path file = repository.write("compose.yaml", "name: all\n");
        repository.commit("Add a system at the top");
        WorkTree taken = WorkTree.at(MAIN, file);
        assertThat(taken.file()).hasContent("name: all").endsWithRaw(Path.of("project/compose.yaml"));
        assertThat(WorkTree.today(file).orElseThrow().sources()).isEqualTo(taken.sources());
        repository.write("systems/web/version.txt", "two\n");
        assertThat(WorkTree.today(file).orElseThrow().sources().changed()).isTrue();
    }

    @Test
    void any_name_of_a_commit_will_do() {
        repository.git("tag", "v1");
        String first = repository.git("rev-parse", "HEAD").strip();
        repository.write("systems/web/version.txt", "two\n");
        repository.commit("Second version");

        assertThat(Stream.of("v1", first, first.substring(0, 7), "HEAD~1", "main^"))
                .map(ref -> WorkTree.at(new Revision(ref), repository.file())
                        .sources()
                        .subject())
                .containsOnly("First version");
    }

    @Test
    void a_commit_is_checked_out_once() throws IOException {
        Path first = WorkTree.at(MAIN, repository.file()).file();
        Object before = Files.readAttributes(first, "unix:ino").get("ino");

        assertThat(WorkTree.at(new Revision("HEAD"), repository.file()).file()).isEqualTo(first);
        assertThat(Files.readAttributes(first, "unix:ino")).containsEntry("ino", before);
        assertThat(cached()).hasSize(1);
    }

    @Test
    void files_that_an_archive_would_leave_out_are_there() {
        repository.write(".gitattributes", "*.txt export-ignore\n");
        repository.commit("Keep texts out of archives");
        assertThat(WorkTree.at(MAIN, repository.file()).file().resolveSibling("version.txt"))
                .exists();
    }

    @Test
    void todays_files_name_their_commit_and_whether_they_differ() {
        assertThat(WorkTree.today(repository.file()).orElseThrow().sources().changed())
                .isFalse();
        repository.write("elsewhere.txt", "not of the system\n");
        assertThat(WorkTree.today(repository.file()).orElseThrow().sources().changed())
                .isFalse();
        repository.write("systems/web/version.txt", "two\n");

        WorkTree today = WorkTree.today(repository.file()).orElseThrow();

        assertThat(today.file()).isEqualTo(repository.file());
        assertThat(today.sources().toString()).endsWith("\"First version\" with uncommitted changes");
    }

    @Test
    void a_new_file_is_a_change_unless_it_is_ignored() {
        repository.write("systems/web/build.log", "");
        repository.write("systems/web/.gitignore", "*.log\n.gitignore\n");
        assertThat(WorkTree.today(repository.file()).orElseThrow().sources().changed())
                .isFalse();
        repository.write("systems/web/new.txt", "");
        assertThat(WorkTree.today(repository.file()).orElseThrow().sources().changed())
                .isTrue();
    }

    @Test
    void files_outside_of_a_repository_have_no_commit() throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), "");
        assertThat(WorkTree.today(file)).isEmpty();
    }

    @Test
    void the_subject_of_a_commit_is_made_safe() {
        repository.write("systems/web/version.txt", "two\n");
        repository.commit("\u001b[31mRed, with password=hunter22");
        assertThat(WorkTree.at(MAIN, repository.file()).sources().subject())
                .isEqualTo("\\x1b[31mRed, with password=***");
    }

    @Test
    void a_copy_is_as_closed_as_its_repository() throws IOException {
        Files.setPosixFilePermissions(repository.top(), PosixFilePermissions.fromString("rwx------"));
        WorkTree.at(MAIN, repository.file());
        assertThat(cached())
                .allSatisfy(home -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                        .isEqualTo("rwx------"));
    }

    @Test
    void what_a_killed_run_left_is_removed_after_an_hour() throws IOException {
        Path left = Files.createDirectories(cache.resolve(".unpacking-1"));
        Path young = Files.createDirectories(cache.resolve(".unpacking-2"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        WorkTree.at(MAIN, repository.file());
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void what_is_kept_is_listed_and_can_be_removed() throws IOException {
        WorkTree.at(MAIN, repository.file());
        assertThat(WorkTree.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.what()).startsWith("the sources of a revision in " + cache);
            kept.removal().run();
        });
        assertThat(WorkTree.kept()).extracting(Kept::what).isEmpty();
        assertThat(cached()).isEmpty();
    }
}
