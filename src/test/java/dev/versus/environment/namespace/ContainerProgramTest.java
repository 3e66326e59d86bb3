package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.RunId;
import dev.versus.environment.image.Image;
import dev.versus.environment.namespace.FileSystems.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine would make of a Compose file and an image is made of them here. */
class ContainerProgramTest {

    private static final Image.Setup SETUP = new Image.Setup(
            List.of("/entry"),
            List.of("serve"),
            Map.of("PATH", "/opt/bin:/bin", "LEVEL", "image"),
            "/data",
            "www",
            List.of(80),
            List.of(),
            Optional.of("SIGQUIT"));

    private static final RunId RUN = new RunId("ab12cd34");

    @TempDir
    Path folder;

    @BeforeEach
    void writeUsers() throws IOException {
        Path etc = Files.createDirectories(folder.resolve("image/etc"));
        Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\nwww:x:33:34::/var/www:/bin/false\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nstaff:x:50:\n");
    }

    private ContainerProgram program(String service) {
        var image = new Image("sha256:0123456789abcdef0123", "some:1", Optional.empty(), SETUP);
        var definition =
                new Lab(folder).define("services: {a: " + service + "}").service("a");
        return ContainerProgram.of(definition, image, folder.resolve("image"));
    }

    @Test
    void what_the_file_leaves_out_is_the_images() {
        ContainerProgram program = program("{image: x}");

        assertThat(program.command()).containsExactly("/entry", "serve");
        assertThat(program.user()).isEqualTo(new ImageUser("33", "34", "/var/www"));
        assertThat(program.workingDirectory()).isEqualTo("/data");
        assertThat(program.stopSignal()).isEqualTo("QUIT");
    }

    @Test
    void a_command_stands_behind_the_images_entry_point_and_an_entry_point_takes_its_command_away() {
        assertThat(program("{image: x, command: [go]}").command()).containsExactly("/entry", "go");
        assertThat(program("{image: x, entrypoint: [run]}").command()).containsExactly("run");
        assertThat(program("{image: x, entrypoint: [run], command: [go]}").command())
                .containsExactly("run", "go");
    }

    @Test
    void variables_are_the_images_then_the_files_then_the_runs() {
        assertThat(program("{image: x, environment: {LEVEL: file}}").environment(RUN))
                .containsEntry("PATH", "/opt/bin:/bin")
                .containsEntry("LEVEL", "file")
                .containsEntry("HOME", "/var/www")
                .containsEntry("VERSUS_RUN_ID", "ab12cd34");
    }

    @Test
    void users_are_known_by_name_or_number_and_unknown_names_are_refused() {
        assertThat(program("{image: x, user: '101:staff'}").user()).isEqualTo(new ImageUser("101", "50", "/"));
        assertThat(program("{image: x, user: '33'}").user()).isEqualTo(new ImageUser("33", "34", "/var/www"));
        assertThat(program("{image: x, user: '7'}").user()).isEqualTo(new ImageUser("7", "0", "/"));
        assertThatThrownBy(() -> program("{image: x, user: nobody-here}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'nobody-here'");
    }

    @Test
    void capabilities_are_dropped_and_added_as_an_engine_does() {
        assertThat(program("{image: x, cap_drop: [ALL], cap_add: [CHOWN, CAP_SETUID]}")
                        .confined(RUN))
                .containsSequence("--bounding-set", "-all,+chown,+setuid");
        assertThat(program("{image: x, cap_drop: [NET_RAW]}").confined(RUN))
                .anyMatch(word -> word.startsWith("-all,+audit_write,+chown") && !word.contains("net_raw"));
        assertThat(program("{image: x, security_opt: ['no-new-privileges:true']}")
                        .confined(RUN))
                .contains("--no-new-privs");
        assertThat(program("{image: x}").confined(RUN)).doesNotContain("--no-new-privs");
    }

    @Test
    void traits_are_told_in_the_words_of_a_container() {
        assertThat(program("{image: x, read_only: true, cap_drop: [ALL], cap_add: [cap_setuid, CHOWN]}")
                        .traits())
                .containsExactly(
                        Map.entry("isolation.capabilities", "-ALL +CHOWN +SETUID"),
                        Map.entry("isolation.image", "sha256:0123456789abcdef0123"),
                        Map.entry("isolation.read-only", "true"));
    }

    @Test
    void what_is_mounted_lies_over_the_image_and_words_are_quoted() {
        ContainerProgram program = program("""
                {image: x, read_only: true, tmpfs: ['/tmp', '/cache:size=1m'], volumes: ["./it's:/etc/own:ro", 'kept:/data']}}
                volumes: {kept: {}
                """.strip());
        var script = new MountScript(folder.resolve("image"), Path.of("/run/a-1"), Path.of("/run/volumes"));
        List<String> lines = script.text(program, new Place("a-1", Path.of("/run/hosts/a-1")))
                .lines()
                .toList();

        assertThat(lines)
                .containsSubsequence("t=$(at '/tmp')", "mkdir -p \"$t\"", "mount -t tmpfs -o 'mode=1777' tmpfs \"$t\"")
                .containsSubsequence("t=$(at '/cache')", "mkdir -p \"$t\"", "mount -t tmpfs -o 'size=1m' tmpfs \"$t\"")
                .containsSubsequence("t=$(at '/etc/own')", "mount -o remount,bind,ro \"$t\"")
                .containsSubsequence("t=$(at '/data')", "mount --bind '/run/volumes/kept' \"$t\"")
                .containsSubsequence("t=$(at '/etc/hosts')", "mount --bind '/run/hosts/a-1' \"$t\"")
                .containsSubsequence("mount -o remount,ro \"$m\"", "exec chroot \"$m\" \"$@\"")
                .anyMatch(line -> line.startsWith("mount --bind ") && line.contains("it'\\''s'"));
    }
}
