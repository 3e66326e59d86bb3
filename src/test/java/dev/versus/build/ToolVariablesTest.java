package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.InvalidInput;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolVariablesTest {

    @TempDir
    Path folder;

    @Test
    void a_tool_sees_its_own_settings_and_proxies_but_no_secrets() {
        Map<String, String> all = Map.of(
                "NODE_AUTH_TOKEN", "x",
                "NODE_OPTIONS", "--trace-warnings",
                "MAVEN_GPG_PASSPHRASE", "x",
                "MAVEN_ARGS", "-o",
                "PIP_INDEX_URL", "https://user:x@localhost/",
                "GOOGLEAPIKEY", "x",
                "GOPROXY", "off",
                "DB_PROXY", "x",
                "https_proxy", "http://localhost:3128");
        assertThat(ToolVariables.NPM.of(all)).containsOnlyKeys("NODE_OPTIONS", "https_proxy", "PATH", "JAVA_HOME");
        assertThat(ToolVariables.MAVEN.of(all)).containsOnlyKeys("MAVEN_ARGS", "https_proxy", "PATH", "JAVA_HOME");
        assertThat(ToolVariables.GO.of(all)).containsOnlyKeys("GOPROXY", "https_proxy", "PATH", "JAVA_HOME");
        assertThat(ToolVariables.PYTHON.of(all)).containsOnlyKeys("PIP_INDEX_URL", "https_proxy", "PATH", "JAVA_HOME");
    }

    @Test
    void its_settings_decide_what_it_makes_and_proxies_and_caches_do_not() {
        Map<String, String> idle = Map.of(
                "HTTPS_PROXY", "x", "GOPROXY", "x", "GOCACHE", "x", "NODE_AUTH_TOKEN", "x", "MAVEN_CMD_LINE_ARGS", "x");
        Map<String, String> all =
                Map.of("CGO_CFLAGS", "-O0", "NODE_ENV", "production", "MAVEN_ARGS", "-Px", "PIP_PRE", "1");
        for (ToolVariables tool : ToolVariables.values()) {
            assertThat(tool.deciding(idle)).isEmpty();
        }
        assertThat(ToolVariables.GO.deciding(all)).containsOnlyKeys("CGO_CFLAGS");
        assertThat(ToolVariables.NPM.deciding(all)).containsOnlyKeys("NODE_ENV");
        assertThat(ToolVariables.MAVEN.deciding(all)).containsOnlyKeys("MAVEN_ARGS");
        assertThat(ToolVariables.PYTHON.deciding(all)).isEmpty();
    }

    @Test
    void the_home_of_another_user_is_not_used() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: only root gives files to other users");
        String home = folder.toString();
        assertThat(ToolVariables.GO.of(Map.of("HOME", home))).containsEntry("HOME", home);
        Files.setAttribute(folder, "unix:uid", 60123);
        assertThat(ToolVariables.GO.of(Map.of("HOME", home))).containsEntry("HOME", System.getProperty("user.home"));
        Files.setAttribute(folder, "unix:uid", 0);
    }

    @Test
    void a_tool_that_does_not_tell_its_version_is_told() {
        assertThatThrownBy(() -> ToolVariables.GO.answer(List.of("/bin/false", "version")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("/bin/false does not tell its version (")
                .hasMessageEndingWith("repair it, or put another one first on the PATH.");
    }

    @Test
    void a_tool_is_asked_away_from_the_folder_of_this_run() {
        assertThat(ToolVariables.PYTHON.answer(List.of("/bin/pwd"))).isEqualTo("/\n");
    }
}
