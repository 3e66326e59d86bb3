package dev.versus.workload;

import dev.versus.PublicApi;

/**
 * How each virtual user of a workload speaks HTTP.
 *
 * @param keepsCookies whether a user sends back the cookies that it is sent, from a jar that is empty when a stretch of load begins
 * @param version the version of HTTP
 */
@PublicApi
public record Client(boolean keepsCookies, Version version) {

    /** A version of HTTP. */
    public enum Version {
        /** HTTP/1.1. */
        HTTP_1_1("HTTP/1.1"),
        /** HTTP/2: over TLS as the server agrees to it, without TLS as known beforehand (h2c). */
        HTTP_2("HTTP/2");

        private final String words;

        Version(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Returns the client of the tools that measure: {@code ab}, {@code wrk} and {@code curl} keep no cookies. */
    static Client withoutJar() {
        return new Client(false, Version.HTTP_1_1);
    }

    /** Returns the client of somebody who browses: Locust's users keep cookies. */
    static Client withJar() {
        return new Client(true, Version.HTTP_1_1);
    }

    /** Returns a copy that keeps cookies, or does not. */
    public Client keepingCookies(boolean kept) {
        return new Client(kept, version);
    }

    /** Returns a copy that speaks this version of HTTP. */
    public Client over(Version other) {
        return new Client(keepsCookies, other);
    }

    /** Refuses HTTP/2 where each request opens a connection of its own. */
    void requireConnections(boolean kept) {
        WorkloadLimits.require(
                kept || version == Version.HTTP_1_1,
                "requests that open a connection each are sent over HTTP/1.1, not",
                version);
    }

    /** Describes in what it differs from the usual one, with a comma before it; empty if it does not differ. */
    String unlike(Client usual) {
        String cookies =
                keepsCookies == usual.keepsCookies ? "" : keepsCookies ? ", keeping cookies" : ", without cookies";
        return version == usual.version ? cookies : cookies + ", over " + version;
    }
}
