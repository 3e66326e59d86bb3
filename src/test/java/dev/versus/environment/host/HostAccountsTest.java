package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostAccountsTest {

    @TempDir
    Path folder;

    private HostAccounts accounts;

    @BeforeEach
    void write() throws IOException {
        accounts = new HostAccounts(
                Files.writeString(
                        folder.resolve("passwd"),
                        "root:x:0:0:root:/root:/bin/sh\nweb:x:33:34::/var/www:/bin/false\nbroken:x:many\n"),
                Files.writeString(folder.resolve("group"), "root:x:0:\nadm:x:4:web\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "web, 33, 34",
        "33, 33, 34",
        "web:adm, 33, 4",
        "web:7, 33, 7",
        "65534:65534, 65534, 65534",
        "1000, 1000, 1000",
        "1000:unknown, 1000, 1000",
        "0, 0, 0",
        "root:adm, 0, 4"
    })
    void a_user_is_its_numbers(String named, int uid, int gid) {
        assertThat(accounts.find(named)).contains(new HostUser(uid, gid));
    }

    @Test
    void a_name_without_an_entry_is_nobodys() {
        assertThat(accounts.find("redis")).isEmpty();
        assertThat(accounts.find("broken")).isEmpty();
        assertThat(accounts.find("99999999999")).isEmpty();
    }

    @Test
    void numbers_of_users_and_groups_are_taken() {
        assertThat(accounts.ids()).containsExactlyInAnyOrder(0, 33, 34, 4);
    }
}
