package dev.versus.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.CacheFolder;
import dev.versus.revision.fixture.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing runs that a repository's configuration or attributes name. */
class HostileRepositoryTest {

    @TempDir
    private Path folder;

    private SampleRepository repository;
    private Path ran;

    @BeforeEach
    void prepare() throws IOException {
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
        repository = SampleRepository.in(folder.resolve("project"));
        repository.write("systems/web/.gitattributes", "*.txt filter=evil diff=evil ident\n");
        repository.commit("Name a filter");
        ran = folder.resolve("ran");
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\necho \"$0 $*\" >>" + ran + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        configure(program);
    }

    private void configure(Path program) throws IOException {
        List<String> keys = List.of(
                "core.fsmonitor",
                "core.pager",
                "core.sshCommand",
                "core.askPass",
                "core.editor",
                "core.alternateRefsCommand",
                "filter.evil.smudge",
                "filter.evil.clean",
                "filter.evil.process",
                "diff.evil.textconv",
                "diff.evil.command",
                "diff.external",
                "gpg.program",
                "tar.tar.command",
                "credential.helper",
                "alias.rev-parse",
                "remote.origin.uploadpack");
        keys.forEach(key -> repository.git("config", key, program.toString()));
        repository.git("config", "filter.evil.required", "true");
        repository.git("config", "log.showSignature", "true");
        Path hooks = repository.top().resolve(".git/hooks");
        for (String hook :
                List.of("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman")) {
            Files.copy(program, hooks.resolve(hook));
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    @Test
    void the_programs_would_run_for_git_itself() {
        repository.write("systems/web/version.txt", "two\n");
        assertThat(ran).doesNotExist();
        assertThatExceptionOfType(AssertionError.class)
                .as("the filter is required, and answers nothing")
                .isThrownBy(() -> repository.git("add", "systems/web/version.txt"));
        assertThat(ran).exists();
    }

    @Test
    void none_runs_for_a_revision_or_for_today() {
        repository.write("systems/web/version.txt", "two\n");

        WorkTree taken = WorkTree.at(new Revision("main"), repository.file());
        WorkTree today = WorkTree.today(repository.file()).orElseThrow();

        assertThat(taken.file().resolveSibling("version.txt")).hasContent("one");
        assertThat(today.sources().changed()).isTrue();
        assertThat(ran).doesNotExist();
    }

    @Test
    void a_commit_whose_objects_are_missing_is_not_fetched() throws IOException {
        String blob =
                repository.git("rev-parse", "HEAD:systems/web/version.txt").strip();
        Files.delete(repository.top().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        repository.git("config", "remote.origin.url", repository.top().toString());
        repository.git("config", "remote.origin.promisor", "true");
        repository.git("config", "extensions.partialClone", "origin");

        RevisionRefusalTest.assertRefused(
                () -> WorkTree.at(new Revision("main"), repository.file()),
                "The revision 'main' of " + repository.top() + " cannot be put into ",
                "the repository must hold all its files, and the folder needs room");
        assertThat(ran).doesNotExist();
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }
}
