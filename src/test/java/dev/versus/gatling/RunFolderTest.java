package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path reports;

    private Path folder(String name) throws IOException {
        return Files.createDirectory(reports.resolve(name));
    }

    private Path found() {
        return RunFolder.find(reports, RunFolderTest.class);
    }

    @Test
    void isTheNewestOfItsSimulation() throws IOException {
        folder("runfoldertest-20261101120000000");
        Path newest = folder("runfoldertest-20261101120000002");
        folder("runfoldertest-20261101120000001");
        assertThat(found()).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-20261101120000000", "runfoldertest-2026", "runfoldertest2-20261101120000000"})
    void isNoneOfAnotherName(String name) throws IOException {
        folder(name);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(this::found);
    }

    @Test
    void isNotOlderThanThisJvm() throws IOException {
        Path old = folder("runfoldertest-20261101120000000");
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(this::found)
                .withMessage("Gatling made no folder runfoldertest-… in " + reports + ": expected the results folder to"
                        + " be there; set -Dgatling.resultsFolder to a writable folder.");
    }

    @Test
    void isMissedInASentenceWhereThereAreNoReportsAtAll() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> RunFolder.find(reports.resolve("none"), RunFolderTest.class))
                .withMessageStartingWith("Gatling made no folder runfoldertest-… in " + reports.resolve("none"));
    }
}
