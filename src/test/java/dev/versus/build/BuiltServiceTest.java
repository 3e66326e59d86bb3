package dev.versus.build;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.system.Interpolation;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltServiceTest {

    @TempDir
    Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private ServiceDefinition service(String dockerfile, String keys) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Path compose = folder.resolve("compose.yaml");
        Files.writeString(
                compose, "name: x\nservices:\n  web:\n    build: .\n    " + keys.replace("\n", "\n    ") + "\n");
        ServiceDefinition web = SystemDefinition.readFile(compose, List.of(), new Interpolation(Map.of()))
                .service("web");
        var paths = new ImagePaths(ImageRecipe.of(requireNonNull(web.build())), folder, List.of("bin", "target"));
        return new BuiltService(web, paths, List.of(folder.resolve("bin"))).onThisHost();
    }

    private List<String> command(String dockerfile, String keys) throws IOException {
        return service(dockerfile, keys).program().commandLine();
    }

    @Test
    void a_copied_folder_is_where_it_was_built() throws IOException {
        file("target/app/lib/a.jar");
        assertThat(command(
                        "FROM x\nCOPY target/app/ /app/\n",
                        "command: [java, -cp, \"/app/*:/app/lib/*\", -Dx=/app/lib, Main]"))
                .containsExactly(
                        "java",
                        "-cp",
                        folder + "/target/app/*:" + folder + "/target/app/lib/*",
                        "-Dx=" + folder + "/target/app/lib",
                        "Main");
    }

    @Test
    void single_files_of_a_class_path_are_listed() throws IOException {
        file("target/a.jar");
        file("target/b.jar");
        assertThat(command("FROM x\nCOPY target/*.jar /app/\n", "command: [java, -cp, \"/app/*\", Main]"))
                .contains(folder + "/target/a.jar:" + folder + "/target/b.jar");
    }

    @Test
    void the_dockerfile_says_what_runs_where_the_compose_file_does_not() throws IOException {
        file("bin/server");
        String dockerfile = "FROM x\nWORKDIR /srv\nCOPY bin/server ./\nENTRYPOINT [\"./server\"]\nCMD [\"--all\"]\n";
        assertThat(command(dockerfile, "user: nobody")).containsExactly(folder + "/bin/server", "--all");
        assertThat(command(dockerfile, "command: [--some]")).containsExactly(folder + "/bin/server", "--some");
        assertThat(command(dockerfile, "entrypoint: [server]")).containsExactly(folder + "/bin/server");
    }

    @Test
    void the_user_of_the_dockerfile_is_kept_where_the_compose_file_names_none() throws IOException {
        file("bin/server");
        String dockerfile = "FROM x AS base\nARG ID=1234\nUSER $ID\nFROM base\nCOPY bin/server /\nCMD [\"/server\"]\n";
        assertThat(service(dockerfile, "command: [/server]").program().user()).isEqualTo("1234");
        assertThat(service(dockerfile, "entrypoint: [/server]").program().user())
                .isEqualTo("1234");
        assertThat(service(dockerfile, "user: nobody").program().user()).isEqualTo("nobody");
    }

    @Test
    void a_program_of_an_earlier_stage_is_found_by_its_path_or_its_name() throws IOException {
        file("bin/server");
        file("bin/other");
        String dockerfile = """
            FROM golang AS build
            WORKDIR /src
            COPY . .
            RUN go build -o /out/server ./cmd/server
            FROM scratch
            COPY --from=build /out/server /server
            COPY --from=build /src/bin/other /usr/bin/else
            """;
        assertThat(command(dockerfile, "command: [/server, /usr/bin/else]"))
                .containsExactly(folder + "/bin/server", folder + "/bin/other");
    }

    @Test
    void variables_ports_and_the_folder_of_an_image_are_kept() throws IOException {
        file("bin/server");
        file("conf/x.yaml");
        ServiceDefinition service = service(
                """
                ARG ROOT=/srv
                FROM x
                ARG ROOT=/srv
                ENV MODE=fast PATH=/opt/bin:$PATH
                WORKDIR ${ROOT}
                COPY conf \\
                  # the settings
                  conf
                COPY . ./
                EXPOSE 8081/tcp
                """,
                "command: [server]\nenvironment: {CONFIG: /srv/conf/x.yaml, URL: 'http://web/srv/conf'}\n"
                        + "healthcheck: {test: [CMD, /srv/bin/server, --check, http://localhost/srv]}");
        assertThat(service.program().environment())
                .isEqualTo(Map.of("MODE", "fast", "CONFIG", folder + "/conf/x.yaml", "URL", "http://web/srv/conf"));
        assertThat(service.program().workingDir()).isEqualTo(folder.toString());
        assertThat(service.declaredPorts()).containsExactly(8081);
        assertThat(requireNonNull(service.healthcheck()).test())
                .containsExactly("CMD", folder + "/bin/server", "--check", "http://localhost/srv");
    }

    @Test
    void a_path_that_was_not_built_is_told() throws IOException {
        file("bin/server");
        for (String command : List.of("[/app/nothing]", "[/nowhere/nothing]")) {
            assertThatThrownBy(() -> command("FROM x\nCOPY bin/ /app/\n", "command: " + command))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("The service 'web' names ")
                    .hasMessageContaining("/nothing, which is neither on this host nor among what was built in");
        }
    }

    @Test
    void programs_of_this_host_stay_as_they_are() throws IOException {
        assertThat(command("FROM x\nCOPY a /app/\n", "command: [/bin/sh, -c, 'exec /bin/true']"))
                .containsExactly("/bin/sh", "-c", "exec /bin/true");
    }

    @Test
    void paths_of_this_host_and_of_files_to_come_are_no_reason_to_refuse() throws IOException {
        file("bin/entry.sh");
        String shell = "FROM x AS build\nFROM x\nCOPY --from=build /out/tool /bin/\nCOPY bin/entry.sh /usr/bin/\n";
        assertThat(command(shell + "CMD exec true\n", "user: nobody")).containsExactly("/bin/sh", "-c", "exec true");
        assertThat(command(shell, "command: [/usr/bin/env, entry.sh, /usr/bin/env]"))
                .containsExactly("/usr/bin/env", "entry.sh", "/usr/bin/env");
        assertThat(command("FROM x\nWORKDIR /app\nCOPY . .\n", "command: [x, --db=/app/data.db, /app/out/log]"))
                .containsExactly("x", "--db=" + folder + "/data.db", folder + "/out/log");
    }

    @Test
    void a_value_that_may_be_a_path_of_an_address_stays_and_shell_text_is_understood() throws IOException {
        file("bin/entry.sh");
        assertThat(command("FROM x\nCOPY . /\n", "command: [x, --route=/bin, --run=/bin/entry.sh]"))
                .containsExactly("x", "--route=/bin", "--run=" + folder + "/bin/entry.sh");
        ServiceDefinition service = service(
                "FROM x\nCOPY bin /app\n",
                "command: [sh, -c, 'x --context-path=/app $$(cat /app/entry.sh)>/app/log;/app/entry.sh']\n"
                        + "environment: {BASE_PATH: /app, PYTHONPATH: /app, ENTRY: /app/entry.sh}");
        String bin = folder + "/bin";
        assertThat(service.program().commandLine())
                .containsExactly(
                        "sh",
                        "-c",
                        "x --context-path=/app $(cat " + bin + "/entry.sh)>" + bin + "/log;" + bin + "/entry.sh");
        assertThat(service.program().environment())
                .isEqualTo(Map.of("BASE_PATH", "/app", "PYTHONPATH", bin, "ENTRY", bin + "/entry.sh"));
    }

    @Test
    void quotes_hold_words_together() throws IOException {
        ServiceDefinition service = service(
                "FROM x\nENV JAVA_OPTIONS=\"-Xmx1g -XX:+UseSerialGC\" A='b c'\nARG ONE=1 TWO='2 3'\nENV B=$ONE$TWO\n",
                "command: [x]");
        assertThat(service.program().environment())
                .isEqualTo(Map.of("JAVA_OPTIONS", "-Xmx1g -XX:+UseSerialGC", "A", "b c", "B", "12 3"));
    }

    @Test
    void the_only_program_stands_for_no_certificates() throws IOException {
        file("bin/server");
        String certificates = "/etc/ssl/certs/ca-certificates.crt";
        ServiceDefinition service = service(
                "FROM x AS build\nFROM scratch\nCOPY --from=build " + certificates + " /etc/ssl/certs/\n"
                        + "COPY --from=build /usr/share/zoneinfo /zoneinfo\nCOPY --from=build /out/tool /tool\n",
                "command: [/tool]\nenvironment: {SSL_CERT_FILE: " + certificates + ", ZONEINFO: /zoneinfo}");
        assertThat(service.program().environment())
                .isEqualTo(Map.of("SSL_CERT_FILE", certificates, "ZONEINFO", "/zoneinfo"));
        assertThat(service.program().commandLine()).containsExactly(folder + "/bin/server");
    }

    @Test
    void stages_have_names_only_if_they_are_given_and_arguments_of_the_beginning_hold_in_all() throws IOException {
        String dockerfile = """
            ARG BASE=tools V=7
            FROM alpine AS tools
            ENV TOOLS=yes
            FROM alpine
            ENV FIRST=yes
            FROM alpine
            ARG V
            ENV SECOND=$V
            FROM ${BASE} AS third
            ENV THIRD=yes
            """;
        assertThat(service(dockerfile, "command: [x]").program().environment())
                .isEqualTo(Map.of("TOOLS", "yes", "THIRD", "yes"));
        String second = dockerfile.substring(0, dockerfile.indexOf("FROM $"));
        assertThat(service(second, "command: [x]").program().environment()).isEqualTo(Map.of("SECOND", "7"));
    }

    @Test
    void texts_in_a_dockerfile_are_no_instructions_and_an_earlier_cmd_holds() throws IOException {
        String dockerfile = """
            FROM x
            ENV A=1
            RUN <<EOF cat <<"PY"
            from os import path
            EOF
            CMD ["no"]
            PY
            CMD ["--all"]
            ENTRYPOINT ["server"]
            """;
        assertThat(command(dockerfile, "user: nobody")).containsExactly("server", "--all");
        assertThat(service(dockerfile, "user: nobody").program().environment()).isEqualTo(Map.of("A", "1"));
        assertThat(command("FROM x AS a\nCMD [\"--all\"]\nFROM a\nENTRYPOINT [\"server\"]\n", "user: nobody"))
                .containsExactly("server");
    }
}
