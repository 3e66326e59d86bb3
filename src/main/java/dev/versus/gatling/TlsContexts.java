package dev.versus.gatling;

import dev.versus.run.Trust;
import io.gatling.core.config.SslConfiguration;
import io.gatling.http.util.SslContexts;
import io.gatling.http.util.SslContextsFactory;
import javax.net.ssl.TrustManagerFactory;
import scala.Option;

/** Makes TLS contexts as Gatling is configured to make them, but for the servers that the run trusts: Gatling by itself trusts all. */
final class TlsContexts {

    private final SslContextsFactory contexts;
    private final boolean http2;

    /**
     * Makes the source of contexts.
     *
     * @param http2 whether any target is loaded over HTTP/2
     * @param given what Gatling is configured to do, as by its file {@code gatling.conf}
     * @throws dev.versus.InvalidInput if the file of trusted authorities cannot be read
     */
    TlsContexts(Trust trust, boolean http2, SslConfiguration given) {
        this.contexts = new SslContextsFactory(trusting(trust, given), !trust.insecure());
        this.http2 = http2;
    }

    private static SslConfiguration trusting(Trust trust, SslConfiguration given) {
        Option<TrustManagerFactory> managers = trust.insecure() ? Option.empty() : Option.apply(trust.managers());
        return new SslConfiguration(
                given.useOpenSsl(),
                given.useOpenSslFinalizers(),
                given.handshakeTimeout(),
                trust.insecure(),
                given.enabledProtocols(),
                given.enabledCipherSuites(),
                given.sessionCacheSize(),
                given.sessionTimeout(),
                given.enableSni(),
                given.keyManagerFactory(),
                managers);
    }

    /** Returns the contexts of one virtual user, who resumes TLS sessions of its own only; they take effect when they are first needed. */
    SslContexts ofOneUser() {
        return contexts.newSslContexts(http2, Option.empty());
    }
}
