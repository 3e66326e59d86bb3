package dev.versus.gatling;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The Gatling action at which a virtual user waits for its next request, and to which it comes back after each: to the nanosecond of
 * the event loop's timer, where Gatling's own pause knows milliseconds only, and for as long as other virtual users' stretch lasts,
 * where its rendez-vous opens only once. It is a loop of its own, for one of Gatling's would count its turns in a new session each.
 */
final class Turnstile implements Action {

    private Logger logger = Logger.apply(LoggerFactory.getLogger(Turnstile.class));
    private final Action request;
    private final Action exit;

    private Turnstile(ChainBuilder request, ScenarioContext context, Action exit) {
        this.request = request.wrapped.build(context, this);
        this.exit = exit;
    }

    /** A part of a scenario: this request again and again, each when the virtual user may pass, until it is dismissed. */
    static io.gatling.javaapi.core.ActionBuilder turnstile(ChainBuilder request) {
        return () -> new Builder(request);
    }

    @Override
    public void execute(Session session) {
        VirtualUser user = (VirtualUser) session.attributes().apply(VirtualUser.KEY);
        user.ended(System.nanoTime());
        if (user.isPassing()) {
            // The request failed before it was sent: come back by the event loop, not ever deeper on this stack.
            session.eventLoop().execute(() -> pass(user, session));
        } else {
            pass(user, session);
        }
    }

    // The scheduled way on reports its own failures: Gatling's event loop logs them and crashes the virtual user.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void pass(VirtualUser user, Session session) {
        long now = System.nanoTime();
        long start = user.nextStart(now);
        if (start == VirtualUser.WAIT) {
            user.await(() -> session.eventLoop().execute(() -> pass(user, session)));
        } else if (start - now <= 0) {
            go(user, session, start);
        } else {
            session.eventLoop().schedule(() -> go(user, session, start), start - now, TimeUnit.NANOSECONDS);
        }
    }

    private void go(VirtualUser user, Session session, long start) {
        if (!user.hasTurn()) {
            exit.$bang(session);
            return;
        }
        user.starts(start, System.nanoTime());
        user.passing(true);
        request.$bang(session);
        user.passing(false);
    }

    @Override
    public String name() {
        return "turnstile";
    }

    @Override
    public Logger logger() {
        return logger;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger given) {
        this.logger = given;
    }

    private record Builder(ChainBuilder request) implements ActionBuilder {
        @Override
        public Action build(ScenarioContext context, Action next) {
            return new Turnstile(request, context, next);
        }
    }
}
