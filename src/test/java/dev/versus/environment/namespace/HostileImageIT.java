package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.Image;
import dev.versus.environment.image.Images;
import dev.versus.environment.image.RootFileSystem;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image that means ill gets nothing of this host that a container would not get, though its service is root. */
@Timeout(120)
class HostileImageIT {

    private static final String NAME = "versus-test/hostile";

    private static final String DOCKERFILE = """
            FROM IMAGE
            RUN ln -s OUTSIDE /data && ln -s ../../../../../../../OUTSIDE /cache && ln -s OUTSIDE/file /file
            COPY attack.py /attack.py
            COPY program /usr/bin/readlink
            COPY program /usr/bin/setpriv
            COPY program /usr/bin/env
            COPY program /usr/bin/mount
            COPY program /bin/sh
            """;

    private static final String PROGRAM = "#!/usr/bin/python3\nopen('/has-run', 'w').close()\n";

    private static final String ATTACK = """
            import os, stat

            def attempt(what, act):
                try:
                    act()
                    print(what, 'done')
                except OSError:
                    print(what, 'refused')

            # Where it may be opened it may be written; nothing is, for the sake of the host if the attack works.
            def write(path):
                open(path, 'w').close()

            def disk():
                os.mknod('/disk', 0o600 | stat.S_IFBLK, os.makedev(MAJOR, MINOR))
                open('/disk', 'rb').read(1)

            attempt('setting', lambda: write('/proc/sys/kernel/domainname'))
            attempt('helper', lambda: write('/proc/sys/kernel/core_pattern'))
            attempt('key', lambda: write('/proc/sysrq-trigger'))
            limits = ['/sys/fs/cgroup/memory/memory.limit_in_bytes', '/sys/fs/cgroup/memory.max']
            attempt('limit', lambda: [write(path) for path in limits if os.path.exists(path)])
            attempt('disk', disk)
            masked = filter(os.path.exists, ['/proc/kcore', '/proc/keys', '/proc/timer_list'])
            print('kernel', sum(len(open(path, 'rb').read(1)) for path in masked))
            print('first', os.path.basename(os.readlink('/proc/1/exe')).startswith('python'))
            print('program', os.path.exists('/has-run'))
            """;

    @TempDir
    Path folder;

    private Path outside = Path.of("");
    private Lab lab = new Lab(outside);

    @BeforeEach
    void make() throws IOException {
        lab = new Lab(folder);
        lab.assumeImages();
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("file"), "the host's");
        Path context = Files.createDirectories(folder.resolve("system/context"));
        Files.writeString(
                context.resolve("Dockerfile"),
                DOCKERFILE.replace("IMAGE", Lab.IMAGE).replace("OUTSIDE", outside.toString()));
        Files.writeString(context.resolve("attack.py"), onDiskOf(folder));
        Path program = Files.writeString(context.resolve("program"), PROGRAM);
        assertThat(program.toFile().setExecutable(true, false)).isTrue();
    }

    /** The attack on the very disk that the test runs from. */
    private static String onDiskOf(Path folder) {
        String[] device = Lab.said(List.of("stat", "-c", "%Hd %Ld", folder.toString()))
                .strip()
                .split(" ", -1);
        return ATTACK.replace("MAJOR", device[0]).replace("MINOR", device[1]);
    }

    private SystemDefinition system() {
        return lab.define("""
                services:
                  a:
                    build: ./context
                    image: versus-test/hostile:any
                    user: root
                    entrypoint: [python3, -m, http.server, '80']
                    expose: [80]
                    stop_signal: SIGKILL
                    tmpfs: ['/cache:size=1m']
                    volumes: ['kept:/data', './context/program:/file:ro']
                volumes: {kept: {}}
                """);
    }

    @Test
    void a_service_that_is_root_in_an_image_of_bad_programs_reaches_nothing_of_this_host() throws IOException {
        SystemDefinition system = system();
        try (Deployment deployment = lab.images().launch(system)) {
            RunningService service = deployment.services().get(0);

            assertThat(deployment
                            .ask(service, List.of("python3", "/attack.py"))
                            .orElse("")
                            .lines())
                    .containsExactly(
                            "setting refused",
                            "helper refused",
                            "key refused",
                            "limit refused",
                            "disk refused",
                            "kernel 0",
                            "first True",
                            "program False");
            assertThat(deployment.ask(
                            service, List.of("python3", "-c", "open('/data/new', 'w'); open('/cache/new', 'w')")))
                    .isPresent();
            assertThat(outside)
                    .isDirectoryContaining(path -> path.endsWith("file"))
                    .isDirectoryNotContaining("glob:**new");
            assertThat(outside.resolve("file")).hasContent("the host's");
            assertThat(Lab.said("cat /proc/mounts")).doesNotContain(folder.toString());
        } finally {
            forget(system);
        }
        assertThat(outside.resolve("file")).hasContent("the host's");
    }

    private static void forget(SystemDefinition system) {
        var images = new Images(DockerEngine.ofUser());
        String id = images.present(system.service("a")).map(Image::shortId).orElse(NAME);
        Stream.concat(images.kept().stream(), RootFileSystem.kept().stream())
                .filter(kept -> kept.what().contains(NAME) || kept.what().contains(id))
                .forEach(kept -> kept.removal().run());
    }
}
