package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelievedPathTest {

    @TempDir
    Path folder;

    @Test
    void root_runs_no_program_from_a_folder_that_others_can_change() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: an ordinary user runs what is on the PATH");
        Path own = Files.createDirectory(folder.resolve("own"));
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), own);

        assertThat(BelievedPath.of(String.join(":", "", "bin", ".", own.toString(), open.toString(), "/nowhere")))
                .isEqualTo(own.toString());
        assertThat(BelievedPath.of(linked.toString())).isEqualTo(own.toString());

        assertThat(BelievedPath.leftOut(own + ":" + open))
                .isEqualTo(" (not searched, because other users can change them: " + open + ")");
        assertThat(BelievedPath.leftOut(own.toString())).isEmpty();

        Path program = Files.createFile(
                open.resolve("tool"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThat(BelievedPath.isProgram(program)).isFalse();
        assertThat(BelievedPath.isProgram(Files.createSymbolicLink(own.resolve("link"), program)))
                .isFalse();
        assertThat(BelievedPath.isProgram(Files.copy(program, own.resolve("tool"), StandardCopyOption.COPY_ATTRIBUTES)))
                .isTrue();
    }
}
