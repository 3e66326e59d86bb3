package dev.versus.environment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.linux.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from recorded answers of real programs. */
class ProgramTraitsTest {

    private static final String PYTHON = """
            program.version\t3.11.2
            program.implementation\tCPython
            program.build\tmain Mar 13 2023 12:18:29
            program.compiler\tGCC 12.2.0
            flags\t'--enable-shared' '--prefix=/usr' '--with-computed-gotos' 'CFLAGS=-g -Wformat ' 'LDFLAGS=  -g -fwrapv -O2   ' -DNDEBUG -g -fwrapv -O2 -Wall
            package.flask\t3.0.3
            package.flask\t2.0.0
            package.pip\t23.0.1
            """;

    private static final String NGINX = """
            nginx version: nginx/1.22.1
            built with OpenSSL 3.0.20 7 Apr 2026 (running with OpenSSL 3.0.19 27 Jan 2026)
            TLS SNI support enabled
            configure arguments: --with-cc-opt='-g -O2 -fPIC -D_FORTIFY_SOURCE=2' --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf --with-threads
            """;

    private static final String RELEASE = """
            IMPLEMENTOR="Eclipse Adoptium"
            IMPLEMENTOR_VERSION="Temurin-25.0.3+9"
            JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
            JAVA_VERSION="25.0.3"
            JVM_VARIANT="Hotspot"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeDeployment deployment;

    @BeforeEach
    void onAMachine() {
        deployment = new FakeDeployment(FakeHost.ofVersion2(folder));
    }

    @Test
    void anInterpretersBuildAndPackages() {
        deployment
                .running("/opt/x/python3.11", "/venv/bin/python", "/venv/bin/gunicorn", "app:app")
                .file("environ", "PATH=/bin\0PYTHONPATH=/libraries\0")
                .answering("importlib", PYTHON);
        assertThat(new Python().of(deployment.inspected()))
                .isEqualTo(Map.of(
                        "program.version", "3.11.2",
                        "program.implementation", "CPython",
                        "program.build", "main Mar 13 2023 12:18:29",
                        "program.compiler", "GCC 12.2.0",
                        "program.optimisations", "--enable-shared --with-computed-gotos -DNDEBUG -O2 -fwrapv",
                        "package.flask", "3.0.3"));
        assertThat(deployment.asked().get(0)).startsWith("env", "PYTHONPATH=/libraries", "/venv/bin/python", "-c");
    }

    @Test
    void aVirtualEnvironmentIsAskedWhereATitleHidesItsInterpreter() {
        deployment.running("/opt/x/python3.11", "gunicorn: master [app:app]").file("environ", "VIRTUAL_ENV=/venv\0");
        assertThat(new Python().of(deployment.inspected())).isEmpty();
        assertThat(deployment.asked().get(0)).startsWith("env", "/venv/bin/python", "-c");
    }

    @Test
    void aPythonServersWorkersThreadsAndKeepAlive() {
        assertThat(PythonServer.settings(List.of(
                        "python",
                        "/venv/bin/gunicorn",
                        "-w",
                        "2",
                        "--threads=4",
                        "-k",
                        "gthread",
                        "--keep-alive",
                        "5",
                        "--bind",
                        "0.0.0.0:8080",
                        "--preload",
                        "app:app")))
                .isEqualTo(Map.of(
                        "server.name", "gunicorn",
                        "server.workers", "2",
                        "server.threads", "4",
                        "server.worker-class", "gthread",
                        "server.keep-alive", "5",
                        "server.preload", "yes"));
        assertThat(PythonServer.settings(
                        List.of("python3", "-u", "-m", "uvicorn", "app:app", "--loop", "uvloop", "-w3")))
                .isEqualTo(Map.of("server.name", "uvicorn", "server.loop", "uvloop", "server.workers", "3"));
        assertThat(PythonServer.settings(List.of("python3", "/srv/app.py")))
                .isEqualTo(Map.of("program.entry", "app.py"));
    }

    @Test
    void aPythonServersProcessesWithoutPythonsHelpers() {
        FakeHost host = FakeHost.ofVersion2(folder.resolve("other"));
        FakeDeployment workers = new FakeDeployment(host)
                .running("/opt/x/python3", "python3", "/usr/bin/hypercorn", "app:app")
                .file("task/20/children", "21 22 23 ")
                .file("environ", "GUNICORN_CMD_ARGS=--threads 8\0WEB_CONCURRENCY=3\0");
        host.write("proc/21/cmdline", "python3\0-c\0from multiprocessing.resource_tracker import main\0")
                .write("proc/22/cmdline", "python3\0-c\0from multiprocessing.spawn import spawn_main\0")
                .write("proc/23/cmdline", "python3\0-c\0from multiprocessing.spawn import spawn_main\0");
        assertThat(new PythonServer().of(workers.inspected()))
                .containsEntry("server.processes", "2")
                .containsEntry("server.threads", "8")
                .containsEntry("server.workers", "3");
    }

    @Test
    void aJvmsReleaseFlagsAndMainClass() {
        deployment
                .running(
                        "/opt/java/bin/java",
                        "java",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "/app/*",
                        "-Dport=8080",
                        "dev.versus.Shop",
                        "-v")
                .file("root/opt/java/release", RELEASE);
        assertThat(new Java().of(deployment.inspected()))
                .isEqualTo(Map.of(
                        "program.version", "25.0.3+9-LTS",
                        "program.vendor", "Eclipse Adoptium",
                        "program.build", "Temurin-25.0.3+9",
                        "program.variant", "Hotspot",
                        "program.flags", "-Xmx128m -XX:+UseSerialGC -Dport=8080",
                        "program.entry", "dev.versus.Shop"));
        assertThat(Java.arguments(List.of("java", "-jar", "/srv/shop.jar")))
                .isEqualTo(Map.of("program.flags", "none", "program.entry", "shop.jar"));
    }

    @Test
    void nginxsBuildWorkersAndDirectives() {
        deployment
                .running("/opt/x/nginx", "nginx: master process nginx -g daemon off;")
                .file("task/20/children", "21 22 ")
                .file("root/etc/nginx/nginx.conf", """
                        worker_processes 2;
                        events { }
                        http {
                            keepalive_timeout 65;  # long
                            access_log off;
                            upstream shop { server 127.0.0.1:8080; keepalive 32; }
                            server { listen 127.0.0.1:9090; location / { proxy_http_version 1.1; } }
                        }
                        """)
                .answering("-V", NGINX);
        assertThat(new Nginx().of(deployment.inspected()))
                .containsEntry("program.version", "1.22.1")
                .containsEntry("program.optimisations", "--with-threads -D_FORTIFY_SOURCE=2 -O2")
                .containsEntry("server.processes", "2")
                .containsEntry("server.worker_processes", "2")
                .containsEntry("server.keepalive_timeout", "65")
                .containsEntry("server.access_log", "off")
                .containsEntry("server.keepalive", "32")
                .containsEntry("server.proxy_http_version", "1.1")
                .doesNotContainKey("server.listen");
        assertThat(Nginx.configuration(List.of("nginx", "-c", "/tmp/n.conf"), NGINX))
                .isEqualTo("/tmp/n.conf");
    }

    @Test
    void redissBuildAndOptionsButNotItsPlace() {
        assertThat(Redis.build("Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64 build=afd29d2b\n"))
                .isEqualTo(Map.of(
                        "program.version", "7.0.15", "program.allocator", "jemalloc-5.2.1", "program.bits", "64"));
        assertThat(Redis.options(List.of(
                        "redis-server",
                        "--save",
                        "",
                        "--appendonly",
                        "yes",
                        "--appendonly",
                        "no",
                        "--port",
                        "40111",
                        "--dir",
                        "/tmp/x")))
                .isEqualTo("appendonly no, save ''");
        assertThat(Redis.options(List.of("redis-server"))).isEqualTo("none");
    }

    @Test
    void postgressVersionAndSettings() {
        deployment
                .running("/x/bin/postgres", "/x/bin/postgres", "-D", "/d", "-c", "fsync=off", "-p", "4011", "-c", "a=1")
                .answering("--version", "postgres (PostgreSQL) 18.1 (Debian 18.1-1)\n");
        assertThat(new Postgres().of(deployment.inspected()))
                .isEqualTo(Map.of("program.version", "18.1 (Debian 18.1-1)", "server.options", "a=***, fsync=off"));
    }

    @Test
    void switchesOfTheEnvironmentAndNoSecrets() {
        deployment
                .running("/opt/x/java", "java")
                .file("environ", "POSTGRES_PASSWORD=x\0JAVA_TOOL_OPTIONS=-Xint\0PYTHONOPTIMIZE=2\0");
        assertThat(new Switches().of(deployment.inspected()))
                .isEqualTo(Map.of("switch.JAVA_TOOL_OPTIONS", "-Xint", "switch.PYTHONOPTIMIZE", "2"));
    }
}
