package dev.versus.build;

import dev.versus.BoundedProcess;
import dev.versus.InvalidInput;
import dev.versus.OwnFolder;
import dev.versus.Secrets;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Variables of this JVM that a tool of a build sees: those that every program needs, proxies and certificates, and the tool's own settings.
 * Secrets are left out, because scripts that packages bring see what the tool sees.
 */
enum ToolVariables {
    MAVEN("MAVEN_(?!CMD_LINE_ARGS|PROJECTBASEDIR).*|MVNW_.*"),
    GO("CGO_.*|GO(ROOT|PATH|CACHE|MODCACHE|ENV|FLAGS|PROXY|PRIVATE|NOPROXY|SUMDB|NOSUMDB|INSECURE|VCS|WORK|TOOLCHAIN)"
            + "|GO(OS|ARCH|AMD64|ARM64|ARM|386|EXPERIMENT|DEBUG|GC|MEMLIMIT|MAXPROCS)|GO111MODULE|CC|CXX"),
    NPM("(NPM_CONFIG|NODE)_.*|CC|CXX"),
    PYTHON("PIP_.*");

    private static final String GENERAL = "HOME|USER|LANG|LC_ALL|TZ|LD_LIBRARY_PATH|SystemRoot|XDG_CACHE_HOME"
            + "|(https?|all|no|ftp)_proxy|(REQUESTS|CURL|AWS)_CA_BUNDLE|SSL_CERT_(FILE|DIR)";

    /** Settings that decide where files come from and are kept, and not what is made of them. */
    private static final Pattern INDIFFERENT = Pattern.compile(
            "GO(MOD)?CACHE|GO(NO)?PROXY|GOPRIVATE|GO(NO)?SUMDB|NPM_CONFIG_(CACHE|TMP)|PIP_.*",
            Pattern.CASE_INSENSITIVE);

    private static final String HOME = "HOME";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Pattern own;
    private final Pattern names;

    ToolVariables(String own) {
        this.own = Pattern.compile(own, Pattern.CASE_INSENSITIVE);
        this.names = Pattern.compile(GENERAL + "|" + own, Pattern.CASE_INSENSITIVE);
    }

    /** Returns the variables that the tool sees of those of this JVM. */
    Map<String, String> ofThisJvm() {
        return of(System.getenv());
    }

    Map<String, String> of(Map<String, String> all) {
        Map<String, String> seen = named(names, all);
        seen.computeIfPresent(HOME, (name, home) -> ownHome(home));
        seen.put("PATH", Jdk.path());
        seen.put("JAVA_HOME", Jdk.newest().home().toString());
        return seen;
    }

    /** Returns the tool's own settings, of these variables, that decide what it makes. */
    Map<String, String> deciding(Map<String, String> all) {
        Map<String, String> settings = named(own, all);
        settings.keySet().removeIf(name -> INDIFFERENT.matcher(name).matches());
        return settings;
    }

    private static Map<String, String> named(Pattern names, Map<String, String> all) {
        var named = new TreeMap<>(all);
        named.keySet().removeIf(name -> !names.matcher(name).matches() || Secrets.isNamedBy(name));
        return named;
    }

    /** Returns the home of this user's account where the variable names that of another user, as it may under {@code sudo}. */
    private static String ownHome(String named) {
        return OwnFolder.objection(Path.of(named)).isEmpty() ? named : System.getProperty("user.home", named);
    }

    /**
     * Returns the answer of the tool to a question for its version. It is asked in the topmost folder, in which no other user can place a
     * file for the tool to read.
     *
     * @throws InvalidInput if it does not answer: what it builds could not be told from what another version builds
     */
    String answer(List<String> question) {
        Path top = Path.of("").toAbsolutePath().getRoot();
        var builder = new ProcessBuilder(question).directory(top.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(ofThisJvm());
        try {
            return BoundedProcess.run(builder, LIMIT);
        } catch (IOException failed) {
            throw new InvalidInput(
                    question.get(0) + " does not tell its version (" + failed.getMessage()
                            + "), by which builds are told apart; repair it, or put another one first on the PATH.",
                    failed);
        }
    }
}
