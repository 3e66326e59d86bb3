package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Redis, which keeps nothing on disk unless the service's command asks for it. Its options are in a configuration file, because other users
 * can read a command line.
 */
final class RedisEngine implements Engine {

    private static final String PROGRAM = "redis-server";
    private static final int PORT = 6379;
    private static final List<String> DEFAULTS = List.of("--save", "", "--appendonly", "no");
    private static final Pattern TAG = Pattern.compile(":(\\d+(?:\\.\\d+)*)");

    @Override
    public boolean runs(ServiceDefinition service) {
        return Engines.isImage(service, "redis", PROGRAM);
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        return Superuser.objection();
    }

    @Override
    public String found() {
        return RedisProgram.ofThisHost().text();
    }

    @Override
    public Optional<String> substitution(ServiceDefinition service) {
        RedisProgram program = RedisProgram.ofThisHost();
        return asksFor(service.image(), program) ? Optional.empty() : Optional.of(program.text());
    }

    /** Tells whether the image's tag names no version, or the version of this program. */
    private static boolean asksFor(@Nullable String image, RedisProgram program) {
        Matcher tag = TAG.matcher(image == null ? "" : image);
        return !tag.find() || (program.version() + ".").startsWith(tag.group(1) + ".");
    }

    @Override
    public Recipe prepare(Replica replica, Workshop workshop) throws IOException {
        Home home = workshop.home();
        Path program = RedisProgram.ofThisHost().in(home);
        Path options = home.write("redis.conf", new RedisConfiguration(options(replica, home.make("data"))).text());
        var probe = new RedisProbe(replica.at(PORT), Duration.ofSeconds(1));
        List<String> command = List.of(program.toString(), options.toString());
        return new Recipe(command, home.variables(), home.folder(), "TERM")
                .as(home.runAs(replica.rights()))
                .readyBy(probe, Recipe.FinalTouch.NONE);
    }

    private List<String> options(Replica replica, Path data) {
        List<String> own = Engines.options(replica.service(), PROGRAM);
        var options = new ArrayList<String>(namesFile(own) ? List.of() : DEFAULTS);
        options.addAll(own);
        options.addAll(listening(replica));
        options.addAll(List.of("--dir", data.toString()));
        return options;
    }

    /** Tells whether the first word names a configuration file, which then replaces the defaults. */
    private static boolean namesFile(List<String> options) {
        return !options.isEmpty() && !options.get(0).startsWith("-");
    }

    /** Returns the options for the replica's address. If the address is its own, Redis answers every client, as in its image. */
    @Override
    public List<String> listening(Replica replica) {
        String port = String.valueOf(replica.at(PORT).getPort());
        return replica.endpoint().alone()
                ? List.of("--bind", "*", "-::*", "--protected-mode", "no", "--port", port)
                : List.of("--bind", replica.endpoint().host(), "--port", port);
    }
}
