package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.RunId;
import dev.versus.environment.image.Image;
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
        return ContainerProgram.of(definition, image, new ImageRoot(folder.resolve("image")));
    }

    @Test
    void what_the_file_leaves_out_is_the_images() {
        ContainerProgram program = program("{image: x}");

        assertThat(program.command()).containsExactly("/entry", "serve");
        assertThat(program.user()).isEqualTo(new ImageUser(33, 34, "/var/www"));
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
        assertThat(program("{image: x, user: '101:staff'}").user()).isEqualTo(new ImageUser(101, 50, "/"));
        assertThat(program("{image: x, user: '33'}").user()).isEqualTo(new ImageUser(33, 34, "/var/www"));
        assertThat(program("{image: x, user: '7'}").user()).isEqualTo(new ImageUser(7, 0, "/"));
        assertThatThrownBy(() -> program("{image: x, user: nobody-here}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'nobody-here'");
    }

    @Test
    void a_number_that_is_none_is_refused_in_a_sentence() throws IOException {
        Files.writeString(
                folder.resolve("image/etc/passwd"),
                "www:x:0;touch /tmp/x:34::/:\nbig:x:4294967296:0::/:\nodd:x:5:-1::/:\n");

        assertThatThrownBy(() -> program("{image: x}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The service 'a' runs as 'www', which /etc/passwd of its image gives the number"
                        + " '0;touch /tmp/x': expected a name of that file with a number from 0 to 2147483647,"
                        + " or such a number; name another, or mend the image.");
        for (String user : List.of("big", "odd", "99999999999", "0x1", "5:9;id")) {
            assertThatThrownBy(() -> program("{image: x, user: '" + user + "'}"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("'" + user.replaceFirst(".*:", "") + "'");
        }
    }

    @Test
    void names_are_read_from_the_image_though_its_folder_leads_to_the_hosts() throws IOException {
        Files.delete(folder.resolve("image/etc/passwd"));
        Files.delete(folder.resolve("image/etc/group"));
        Files.delete(folder.resolve("image/etc"));
        Files.createSymbolicLink(folder.resolve("image/etc"), Path.of("/etc"));

        assertThatThrownBy(() -> program("{image: x, user: daemon}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("runs as 'daemon', which its image does not know");
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
}
