package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeUidsTest {

    @TempDir
    Path folder;

    @Test
    void a_number_that_a_user_or_a_group_has_is_not_chosen() throws IOException {
        HostAccounts accounts = accounts(FreeUids.FIRST + 2);

        assertThat(new FreeUids(accounts, List.of()).choose(new Random(1)))
                .isEqualTo(new HostUser(FreeUids.FIRST, FreeUids.FIRST));
    }

    @Test
    void nor_is_one_that_owns_something_already() throws IOException {
        assumeTrue(RootUser.isRunning(), "skipped: only root can give files away");
        Path owned = Files.createDirectory(folder.resolve("owned"));
        ReplicaFolder.give(Files.createFile(owned.resolve("file")), new HostUser(FreeUids.FIRST, 0));

        assertThatThrownBy(() -> new FreeUids(accounts(FreeUids.FIRST + 2), List.of(owned)).choose(new Random(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("61184")
                .hasMessageContaining("65519");
    }

    /** All numbers of the range from this one on are users', the one before it is a group's; the rest belongs to nobody. */
    private HostAccounts accounts(int first) throws IOException {
        String users = IntStream.rangeClosed(first, FreeUids.LAST)
                .mapToObj(id -> "u" + id + ":x:" + id + ":" + id + "::/:/bin/false\n")
                .collect(Collectors.joining());
        return new HostAccounts(
                Files.writeString(folder.resolve("passwd"), users),
                Files.writeString(folder.resolve("group"), "g:x:" + (first - 1) + ":\n"));
    }
}
