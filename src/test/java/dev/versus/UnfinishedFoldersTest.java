package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFoldersTest {

    @TempDir
    Path cache;

    private Path made(String name) throws IOException {
        Path folder = Files.createDirectory(cache.resolve(name));
        Files.writeString(folder.resolve("half"), "of it");
        return folder;
    }

    private void removeIn(Duration time) {
        new UnfinishedFolders(cache, Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC)).remove();
    }

    @Test
    void what_a_killed_launch_left_half_made_goes_after_an_hour() throws IOException {
        Path programs = made(".unpacking-123");

        removeIn(Duration.ofMinutes(50));
        assertThat(programs).exists();

        removeIn(Duration.ofMinutes(70));
        assertThat(programs).doesNotExist();
    }

    @Test
    void what_is_whole_or_not_of_this_kind_stays() throws IOException {
        Path whole = made("postgres-0123");
        Path other = made(".somebody-elses");

        removeIn(Duration.ofDays(2));

        assertThat(whole).exists();
        assertThat(other).exists();
    }

    @Test
    void a_cache_that_does_not_exist_has_nothing_left() {
        new UnfinishedFolders(cache.resolve("none"), Clock.systemUTC()).remove();
        assertThat(cache).isEmptyDirectory();
    }
}
