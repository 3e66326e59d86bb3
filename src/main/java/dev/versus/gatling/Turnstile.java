package dev.versus.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The Gatling action at which a virtual user waits for its next request, and to which it comes back after each request. Gatling's own
 * means do not suffice:
 *
 * <ul>
 *   <li>a pause is timed to the ms, this action to the ns of the event loop's timer;
 *   <li>a rendez-vous opens only once, while here a virtual user may wait through any stretch that needs fewer users;
 *   <li>a loop counts its iterations in a new session each, while this action is a loop without a count;
 *   <li>an address that is given only when a request is sent is parsed every time, while this action keeps an action for each call.
 * </ul>
 */
final class Turnstile implements Action {

    private Logger logger = Logger.apply(LoggerFactory.getLogger(Turnstile.class));
    private final Map<Call, Action> actions = new ConcurrentHashMap<>();
    private final Requests requests;
    private final WatchedClient client;
    private final ScenarioContext context;
    private final CleanSessions sessions;
    private final Action exit;

    private Turnstile(Requests requests, ScenarioContext context, Action exit) {
        this.requests = requests;
        this.client = WatchedClient.of(context.coreComponents());
        this.context = client.in(context);
        this.exit = exit;
        this.sessions =
                new CleanSessions(requests.setup(), context.coreComponents().configuration());
    }

    /** Returns a part of a scenario that sends request after request, each when the virtual user may pass, until the user is dismissed. */
    static io.gatling.javaapi.core.ActionBuilder turnstile(Requests requests) {
        return () -> new Builder(requests);
    }

    private Action actionOf(Call call) {
        return actions.computeIfAbsent(
                call, one -> exec(requests.of(one)).wrapped.build(context, this));
    }

    @Override
    public void execute(Session session) {
        VirtualUser user = (VirtualUser) session.attributes().apply(VirtualUser.KEY);
        user.ended(System.nanoTime());
        user.comesBack(session, sessions);
        if (user.isPassing()) {
            // The request failed before it was sent: go on in a task of the event loop, so that the stack does not
            // grow.
            session.eventLoop().execute(() -> pass(user));
        } else {
            pass(user);
        }
    }

    // The scheduled task reports its own failures: Gatling's event loop logs them and crashes the virtual user.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void pass(VirtualUser user) {
        long now = System.nanoTime();
        long start = user.nextStart(now);
        if (start == VirtualUser.WAIT) {
            user.await(() -> user.eventLoop().execute(() -> pass(user)));
        } else if (start - now <= 0) {
            go(user, start);
        } else {
            user.eventLoop().schedule(() -> go(user, start), start - now, TimeUnit.NANOSECONDS);
        }
    }

    private void go(VirtualUser user, long start) {
        if (!user.hasTurn()) {
            exit.$bang(user.begun());
            return;
        }
        Session session = user.session(sessions);
        user.starts(start, System.nanoTime());
        user.passing(true);
        client.sending(user);
        user.action(this::actionOf).$bang(session);
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

    private record Builder(Requests requests) implements ActionBuilder {
        @Override
        public Action build(ScenarioContext context, Action next) {
            return new Turnstile(requests, context, next);
        }
    }
}
