package dev.versus.workload;

/**
 * A workload whose client can be chosen.
 *
 * @param <W> the workload's own type
 */
public sealed interface WithClient<W> permits OneRequest, Users {

    /** Returns how the virtual users speak HTTP. */
    Client client();

    /** Returns a copy whose virtual users speak HTTP so. */
    W by(Client other);

    /** Returns a copy whose virtual users keep cookies, each in a jar of its own that is empty when a stretch of load begins. */
    default W keepingCookies() {
        return by(client().keepingCookies(true));
    }

    /** Returns a copy whose virtual users send no cookies. */
    default W withoutCookies() {
        return by(client().keepingCookies(false));
    }

    /**
     * Returns a copy whose virtual users speak HTTP/2, each over a connection of its own with one request at a time. At an address without
     * TLS they speak it without asking first (h2c with prior knowledge).
     *
     * @throws IllegalArgumentException if each request opens a connection of its own
     */
    default W overHttp2() {
        return by(client().over(Client.Version.HTTP_2));
    }
}
