package dev.versus.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.environment.fixture.SecondUser;
import dev.versus.revision.fixture.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be taken is told in one sentence, and leaves nothing in the cache. */
class RevisionRefusalTest {

    @TempDir
    private Path folder;

    private SampleRepository repository;

    @BeforeEach
    void prepare() {
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
        repository = SampleRepository.in(folder.resolve("project"));
    }

    @AfterEach
    void leaves_nothing() {
        System.clearProperty(CacheFolder.PROPERTY);
        assertThat(folder.resolve("cache").resolve("x").getParent())
                .satisfiesAnyOf(
                        cache -> assertThat(cache).doesNotExist(),
                        cache -> assertThat(cache.toFile().list()).noneMatch(name -> name.startsWith(".")));
    }

    static void assertRefused(ThrowingCallable taking, String beginning, String within) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(taking)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith(beginning)
                        .contains(within)
                        .endsWith(".")
                        .doesNotContain("\n"));
    }

    private void assertRefused(String ref, String beginning, String within) {
        assertRefused(() -> WorkTree.at(new Revision(ref), repository.file()), beginning, within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--exec=evil", "-c core.pager=evil", "main\nother"})
    void a_text_that_is_no_ref(String ref) {
        assertRefused(() -> new Revision(ref), "'", "names no revision: expected a branch, a tag or a commit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mian", "v9", "0123456789012345678901234567890123456789", "HEAD~7", "HEAD:systems", "a b"})
    void a_ref_that_does_not_exist(String ref) {
        assertRefused(
                ref,
                "The repository " + repository.top() + " has no revision '" + ref
                        + "': expected a branch, a tag or a commit;",
                "'git fetch'");
    }

    @Test
    void a_branch_that_only_the_remote_has() {
        repository.git("update-ref", "refs/remotes/origin/stable", "HEAD");
        assertRefused("stable", "The repository ", "say 'origin/stable', which it has");
    }

    @Test
    void a_path_that_the_commit_does_not_have() {
        repository.write("systems/api/compose.yaml", "name: api\n");
        assertRefused(
                () -> WorkTree.at(new Revision("main"), repository.top().resolve("systems/api/compose.yaml")),
                "The revision 'main' of " + repository.top() + ", commit ",
                " has no systems/api/compose.yaml: take a revision that has it");
    }

    @Test
    void a_commit_that_a_shallow_clone_lacks() {
        String first = repository.git("rev-parse", "HEAD").strip();
        repository.write("systems/web/version.txt", "two\n");
        repository.commit("Second version");
        repository.git(
                "clone",
                "--quiet",
                "--depth=1",
                "file://" + repository.top(),
                folder.resolve("clone").toString());
        assertRefused(
                () -> WorkTree.at(new Revision(first), folder.resolve("clone/systems/web/compose.yaml")),
                "The repository " + folder.resolve("clone") + " has no revision '" + first
                        + "', and is a shallow clone",
                "git fetch --unshallow");
    }

    @Test
    void a_folder_in_no_repository() throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), "");
        assertRefused(
                () -> WorkTree.at(new Revision("main"), file),
                folder + " is in no git repository, so it has no revisions: ",
                "clone the repository that holds it");
    }

    @Test
    void a_repository_without_a_commit() throws IOException {
        var empty = new SampleRepository(Files.createDirectory(folder.resolve("empty")));
        empty.git("init", "--quiet");
        Path file = empty.write("compose.yaml", "");
        assertRefused(() -> WorkTree.at(new Revision("HEAD"), file), "The repository ", "has no revision 'HEAD'");
        assertThat(WorkTree.today(file)).isEmpty();
    }

    @Test
    void a_repository_of_another_user() throws IOException {
        SecondUser.assumeSecondUser();
        Files.setAttribute(repository.top(), "unix:uid", 60123);
        Files.setAttribute(repository.top().resolve(".git"), "unix:uid", 60123);
        assertRefused(
                "main",
                "The repository " + repository.top() + " belongs to another user, so git refuses to read it: ",
                "safe.directory");
        assertThat(WorkTree.today(repository.file())).isEmpty();
    }

    @Test
    void a_submodule_in_the_systems_folder_and_only_there() {
        SampleRepository other = SampleRepository.in(folder.resolve("other"));
        repository.git("submodule", "--quiet", "add", other.top().toString(), "docs");
        repository.commit("Add a submodule");
        assertThat(WorkTree.at(new Revision("main"), repository.file()).file()).exists();
        repository.git("submodule", "--quiet", "add", other.top().toString(), "systems/web/lib");
        repository.commit("Add a submodule to the system");
        assertRefused("main", "At the revision 'main', systems/web/lib is a submodule", "another repository");
    }

    @Test
    void a_file_of_git_lfs() {
        repository.write(
                "systems/web/data/large.bin",
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n");
        repository.commit("Add a large file");
        assertRefused("main", "At the revision 'main', data/large.bin is kept by Git LFS", "outside the repository");
    }
}
