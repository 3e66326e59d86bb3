package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAccountsTest {

    @TempDir
    Path folder;

    private HostAccounts accounts;

    @BeforeEach
    void write() throws IOException {
        accounts = new HostAccounts(
                Files.writeString(
                        folder.resolve("passwd"),
                        "root:x:0:0:root:/root:/bin/sh\nweb:x:33:34::/var/www:/bin/false\ntoor:x:0:0::/root:/bin/sh\nbroken:x:many\n"),
                Files.writeString(folder.resolve("group"), "root:x:0:\nadm:x:4:web\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "0", "0:0", "root:adm", "00", "toor"})
    void root_is_known_by_its_number_and_by_each_of_its_names(String named) {
        assertThat(accounts.isRoot(named)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "33", "web:root", "1000:0", "redis", "broken", "99999999999", "", ":0"})
    void nobody_else_is_root(String named) {
        assertThat(accounts.isRoot(named)).isFalse();
    }

    @Test
    void numbers_of_users_and_groups_are_taken() {
        assertThat(accounts.ids()).containsExactlyInAnyOrder(0, 33, 34, 4);
    }
}
