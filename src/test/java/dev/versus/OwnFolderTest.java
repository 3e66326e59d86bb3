package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

    @TempDir
    Path temporary;

    @BeforeEach
    void filesHaveModes() throws IOException {
        assumeTrue(Files.getFileStore(temporary).supportsFileAttributeView("posix"), "files have no Unix modes here");
    }

    private Path folder(String name, String mode) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    @Test
    void a_folder_that_only_its_user_can_write_to_is_its_own() throws IOException {
        assertThat(OwnFolder.objection(folder("own", "rwxr-x--x"))).isEmpty();
    }

    @Test
    void a_folder_that_others_can_write_to_is_not() throws IOException {
        assertThat(OwnFolder.objection(folder("open", "rwxrwxrwx"))).contains("is writable for other users");
    }

    @Test
    void a_folder_within_one_that_others_can_write_to_is_not() throws IOException {
        Path open = folder("open", "rwxr-x---");
        Path inside = folder("open/inside", "rwx------");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(OwnFolder.objection(inside)).contains("lies in " + open + ", which is writable for other users");
    }

    @Test
    void others_cannot_replace_what_lies_in_a_sticky_folder() throws IOException {
        Path sticky = folder("sticky", "rwxrwxrwx");
        Path inside = folder("sticky/inside", "rwx------");
        Files.setAttribute(sticky, "unix:mode", 01777);

        assertThat(OwnFolder.objection(inside)).isEmpty();
        assertThat(OwnFolder.objection(sticky)).contains("is writable for other users");
    }

    @Test
    void a_link_is_not_and_neither_is_what_it_leads_to() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder("real", "rwx------"));
        folder("real/inside", "rwx------");

        assertThat(OwnFolder.objection(link)).contains("is a link");
        assertThat(OwnFolder.objection(link.resolve("inside"))).contains("is reached through the link " + link);
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        assertThat(OwnFolder.objection(Files.createFile(temporary.resolve("file"))))
                .contains("is not a folder");
    }

    @Test
    void a_folder_of_another_user_is_not_and_neither_is_what_lies_in_it() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "only root can give a folder away");
        Path foreign = folder("foreign", "rwxr-xr-x");
        Path inside = folder("foreign/inside", "rwx------");
        Files.setAttribute(foreign, "unix:uid", 60_123);

        assertThat(OwnFolder.objection(foreign)).contains("belongs to another user (60123)");
        assertThat(OwnFolder.objection(inside))
                .contains("lies in " + foreign + ", which belongs to another user (60123)");
    }

    @Test
    void a_refusal_says_what_where_and_how_to_mend_it() throws IOException {
        Path open = folder("open", "rwxrwxrwx");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> OwnFolder.require(open, "The state folder", "name another by -Dversus.state=<folder>."))
                .withMessage(
                        "The state folder " + open + " is writable for other users, so its files cannot be trusted;"
                                + " name another by -Dversus.state=<folder>.");
    }

    @Test
    void a_folder_that_does_not_exist_is_not_refused() {
        assertThat(OwnFolder.require(temporary.resolve("none"), "The state folder", "name another."))
                .isFalse();
    }
}
