package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedFoldersTest {

    private static final ClosedFolders FOR_NOBODY = new ClosedFolders(new HostUser(65_534, 65_534));

    @TempDir
    Path temporary;

    private Path open;
    private Path closed;

    @BeforeEach
    void make() throws IOException {
        open = folder(temporary.toRealPath(), "rwxr-xr-x");
        closed = folder(open.resolve("closed"), "rwx------");
    }

    private static Path folder(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(Files.createDirectories(path), PosixFilePermissions.fromString(mode));
    }

    @Test
    void a_folder_that_only_its_owner_may_enter_is_closed_to_others() throws IOException {
        Path inner = folder(folder(closed.resolve("open"), "rwxr-xr-x").resolve("inner"), "rwxr-x---");

        assertThat(FOR_NOBODY.above(List.of(inner.resolve("file"), open.resolve("file"))))
                .containsExactly(closed, inner);
    }

    @Test
    void a_closed_folder_matters_only_to_what_is_in_it() {
        assertThat(FOR_NOBODY.above(List.of(closed))).isEmpty();
    }

    @Test
    void links_are_followed_on_the_way() throws IOException {
        Path real = Files.createFile(closed.resolve("program"));
        Path first = Files.createSymbolicLink(open.resolve("first"), closed.getFileName());
        Path second = Files.createSymbolicLink(open.resolve("second"), first.resolve(real.getFileName()));
        Path loop = Files.createSymbolicLink(open.resolve("loop"), open.resolve("loop"));

        assertThat(FOR_NOBODY.above(List.of(second))).containsExactly(closed);
        assertThat(FOR_NOBODY.above(List.of(loop))).isEmpty();
    }

    @Test
    void its_owner_and_its_group_enter_by_their_own_right() throws IOException {
        assumeTrue(RootUser.isRunning(), "skipped: only root can give folders away");
        folder(closed, "r-xr-x---");
        ReplicaFolder.give(closed, new HostUser(61_001, 61_002));

        List<Path> within = List.of(closed.resolve("file"));
        assertThat(new ClosedFolders(new HostUser(61_001, 0)).above(within)).isEmpty();
        assertThat(new ClosedFolders(new HostUser(61_003, 61_002)).above(within))
                .isEmpty();
        assertThat(FOR_NOBODY.above(within)).containsExactly(closed);
    }
}
