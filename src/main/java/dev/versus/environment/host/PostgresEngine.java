package dev.versus.environment.host;

import dev.versus.system.Mount;
import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with the variables and the settings of its official image: durable (fsync on), passwords by SCRAM, UTF-8. All its files are in
 * the replica's folder: it has no Unix socket, and its shared memory is in files there, so that nothing is left even after a kill.
 */
final class PostgresEngine implements Engine {

    static final String PASSWORD = "POSTGRES_PASSWORD";

    private static final String PROGRAM = "postgres";
    private static final int PORT = 5432;
    private static final String NAME = """
            path=$PATH PATH=/usr/sbin:/usr/bin:/sbin:/bin
            mount --bind "$1" /etc/passwd || exit 1
            shift
            PATH=$path
            exec "$@"
            """;
    private static final String SCRIPTS = "/docker-entrypoint-initdb.d";

    @Override
    public boolean runs(ServiceDefinition service) {
        return Engines.isImage(service, "postgres", PROGRAM);
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        Map<String, String> environment = service.program().environment();
        if (environment.getOrDefault(PASSWORD, "").isEmpty() && !trusts(environment)) {
            return Optional.of("needs " + PASSWORD + " in its environment, as its image does"
                    + " (or POSTGRES_HOST_AUTH_METHOD: trust)");
        }
        return Superuser.objection().or(PostgresEngine::unnamed);
    }

    /**
     * Returns an objection if root may not mount here. initdb needs a user name for its uid, and a mount over {@code /etc/passwd} provides
     * it.
     */
    private static Optional<String> unnamed() {
        return Superuser.isRunning() && !OwnMounts.areAllowed()
                ? Optional.of("must not run as root, and this root may not mount an /etc/passwd that names its uid;"
                        + " allow CAP_SYS_ADMIN, or run as an ordinary user")
                : Optional.empty();
    }

    private static RunAs named(Home home) throws IOException {
        HostUser user = home.user();
        if (user == null) {
            return home.runAs();
        }
        String entry = "versus:x:" + user.uid() + ":" + user.gid() + "::/:/bin/false\n";
        return home.runAs()
                .in(OwnMounts.words(NAME, List.of(home.write("passwd", entry).toString())));
    }

    private static boolean trusts(Map<String, String> environment) {
        return "trust".equals(environment.get("POSTGRES_HOST_AUTH_METHOD"));
    }

    @Override
    public Recipe prepare(Replica replica, Workshop workshop) throws IOException {
        Map<String, String> environment = replica.service().program().environment();
        Home home = workshop.home();
        Path bin = PostgresBinaries.unpacked(home.folder()).resolve("bin");
        Path data = home.folder().resolve("data");
        String user = environment.getOrDefault("POSTGRES_USER", "postgres");
        InetSocketAddress address = replica.at(PORT);
        Path password = passwordFile(environment, home);
        workshop.run(named(home).command(initdb(bin, data, user, password)), home.folder());
        admitAll(data, password == null ? "trust" : "scram-sha-256");

        var command = new ArrayList<>(List.of(bin.resolve(PROGRAM).toString(), "-D", data.toString()));
        command.addAll(Engines.options(replica.service(), PROGRAM));
        command.addAll(listening(replica));
        command.addAll(List.of("-k", "", "-c", "dynamic_shared_memory_type=mmap"));
        String database = environment.getOrDefault("POSTGRES_DB", user);
        var setup = new PostgresSetup(
                address, user, environment.getOrDefault(PASSWORD, ""), database, scripts(replica.service()));
        var probe = new PostgresProbe(address, user, Duration.ofSeconds(1));
        return new Recipe(command, home.variables(), home.folder(), "INT")
                .as(home.runAs(replica.rights()))
                .readyBy(probe, setup::run);
    }

    @Override
    public List<String> listening(Replica replica) {
        String host = replica.endpoint().alone() ? "*" : replica.endpoint().host();
        return List.of("-p", String.valueOf(replica.at(PORT).getPort()), "-h", host);
    }

    /** Accepts connections from every address, as the image does. */
    private static void admitAll(Path data, String method) throws IOException {
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all all all " + method + "\n",
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns the command that makes the database cluster. It does not sync files to disk, because a crash of the machine loses only this
     * run.
     */
    private static List<String> initdb(Path bin, Path data, String user, @Nullable Path password) {
        var command = new ArrayList<>(List.of(bin.resolve("initdb").toString(), "-D", data.toString(), "-U", user));
        command.addAll(List.of("--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"));
        command.addAll(
                password == null ? List.of("--auth=trust") : List.of("--auth=scram-sha-256", "--pwfile=" + password));
        return command;
    }

    private static @Nullable Path passwordFile(Map<String, String> environment, Home home) throws IOException {
        String password = environment.getOrDefault(PASSWORD, "");
        return password.isEmpty() || trusts(environment) ? null : home.write("password", password + "\n");
    }

    private static List<Path> scripts(ServiceDefinition service) throws IOException {
        var scripts = new ArrayList<Path>();
        for (Mount mount : service.storage().mounts()) {
            if (mount.source() != null && mount.target().startsWith(SCRIPTS)) {
                scripts.addAll(PostgresSetup.scriptsAt(Path.of(mount.source())));
            }
        }
        return scripts;
    }
}
