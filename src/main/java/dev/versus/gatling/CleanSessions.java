package dev.versus.gatling;

import dev.versus.run.GeneratorSetup;
import dev.versus.workload.Client;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.session.Session;
import io.gatling.http.client.Http2PriorKnowledge;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.protocol.Remote;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import scala.collection.immutable.HashMap;

/**
 * Makes the Gatling sessions from which requests are sent. Gatling keeps cookies, caches and the address of the last page in a session, and
 * connections by a session's number: so a session that has sent nothing is clean, and one with a number of its own has no connections yet.
 */
final class CleanSessions {

    /** The distance between the numbers of one virtual user's sessions: more than a run has virtual users. */
    private static final long APART = 1_000_000;

    private static final String TLS = "gatling.http.ssl.sslContexts";
    private static final String PRIOR_KNOWLEDGE = "gatling.http.cache.priorKnowledgeHttp2";

    private final Map<LoadedSite, Long> numbers = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private final Optional<TlsContexts> tls;
    private final boolean http2;

    CleanSessions(GeneratorSetup setup, GatlingConfiguration configuration) {
        this.tls = setup.trust().map(trust -> new TlsContexts(trust, setup.http2(), configuration.ssl()));
        this.http2 = setup.http2();
    }

    /** Returns the session of a virtual user who has just begun, with TLS that trusts what the run trusts. */
    Session begun(Session session) {
        return tls.map(contexts -> session.set(TLS, contexts.ofOneUser())).orElse(session);
    }

    /** Returns a clean session of a virtual user for a site; all sessions of one user for one site share connections. */
    Session forSite(Session begun, LoadedSite site) {
        long number = numbers.computeIfAbsent(site, unseen -> next.getAndIncrement());
        Session clean = begun.copy(
                begun.scenario(),
                begun.userId() + APART * number,
                begun.attributes(),
                begun.baseStatus(),
                begun.blockStack(),
                begun.onExit(),
                begun.eventLoop());
        return http2 ? clean.set(PRIOR_KNOWLEDGE, knowledge(site)) : clean;
    }

    /** Returns what the session must know so that a site is spoken to in its version of HTTP, and in no other. */
    private static Object knowledge(LoadedSite site) {
        Http2PriorKnowledge known = site.version() == Client.Version.HTTP_2
                ? Http2PriorKnowledge.HTTP2_SUPPORTED
                : Http2PriorKnowledge.HTTP1_ONLY;
        var knowledge = new HashMap<Remote, Http2PriorKnowledge>();
        for (URI address : site.addresses()) {
            knowledge = knowledge.updated(Remote.apply(Uri.create(address.toString())), known);
        }
        return knowledge;
    }
}
