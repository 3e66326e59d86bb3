package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrapper that only notes that it ran. */
class MavenWrapperTest {

    @TempDir
    Path folder;

    private final MavenToolchain maven = new MavenToolchain();
    private Path context;
    private Path wrapper;
    private Path settings;

    @BeforeEach
    void writeAWrapper() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        context = Files.createDirectory(folder.resolve("web"));
        wrapper = folder.resolve("mvnw");
        Files.writeString(wrapper, "#!/bin/sh\necho \"$0\" >ran\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        settings =
                Files.writeString(Files.createDirectory(folder.resolve(".mvn")).resolve("jvm.config"), "-Xmx1g\n");
    }

    @Test
    void the_wrapper_and_its_settings_belong_to_the_identity() throws IOException {
        String first = maven.identity(context);
        Files.writeString(settings, "-Xmx2g\n");
        String second = maven.identity(context);
        Files.writeString(wrapper, "#!/bin/sh\n");
        assertThat(first).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(maven.identity(context));
    }

    @Test
    void root_runs_no_wrapper_that_others_could_have_changed() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: only root gives files to other users");
        for (Path one : new Path[] {wrapper, settings, settings.resolveSibling("")}) {
            assertThat(maven.found(context)).contains(wrapper.toString());
            Files.setAttribute(one, "unix:uid", 60123);
            assertThat(maven.found(context)).as("%s", one).doesNotContain(wrapper.toString());
            Files.setAttribute(one, "unix:uid", 0);
        }
        Files.move(wrapper, folder.resolve("elsewhere"));
        Files.createSymbolicLink(wrapper, folder.resolve("elsewhere"));
        assertThat(maven.found(context)).doesNotContain(wrapper.toString());
    }

    @Test
    void the_wrapper_of_the_folder_itself_runs_as_it_was_copied() throws IOException {
        Files.writeString(context.resolve("pom.xml"), "<project/>");
        Files.move(wrapper, context.resolve("mvnw"));
        var place = new Workplace(Files.createDirectory(folder.resolve("aside")));
        Sources.of(context).copyTo(place.folder());
        maven.build(context, place);
        assertThat(place.folder().resolve("ran"))
                .hasContent(place.folder().resolve("mvnw").toString());
    }
}
