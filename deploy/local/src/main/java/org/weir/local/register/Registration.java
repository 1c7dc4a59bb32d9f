package org.weir.local.register;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.weir.local.plan.Documents;
import org.weir.local.plan.Publisher;
import org.weir.local.plan.Schedule;
import org.weir.local.register.Api.Answer;
import org.weir.local.run.Crew;
import org.weir.local.run.StartFailure;

/**
 * Registers a publisher through the REST APIs, as a data officer would. Done twice it changes nothing.
 *
 * @param crew whose end ends the waiting
 * @param ingest as a data officer
 * @param agency consent, as the agency's data officer
 * @param recipient consent, as the data officer of who receives
 * @param dashboard as a data officer
 */
public record Registration(Crew crew, Api ingest, Api agency, Api recipient, Api dashboard) {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    /** The services learn of a feed through a topic: within a second, or something is wrong. */
    private static final int TRIES = 120;

    /** Not yet known there, or not yet listening. */
    private static final Set<Integer> NOT_YET = Set.of(0, 404, 503);

    private static final int NOT_FOUND = 404;

    /** Who moves an agreement on from each state of its course. */
    private static final Map<String, Step> STEPS = Map.of(
            "DRAFT", new Step(false, "request"),
            "REQUESTED", new Step(true, "offer"),
            "OFFERED", new Step(false, "accept"),
            "AGREED", new Step(false, "sign"),
            "VERIFIED", new Step(true, "sign"));

    private record Step(boolean agencys, String move) {}

    /** The agency and its feed. A feed of an earlier run takes this run's addresses. */
    public void feed(Publisher publisher) throws InterruptedException {
        if (ingest.get("/api/v1/agencies/" + publisher.id()).status() == NOT_FOUND) {
            must("register the agency", ingest.post("/api/v1/agencies", Documents.agency(publisher)));
        }
        String path = "/api/v1/feeds/" + publisher.feed();
        Map<String, Object> form = Documents.feed(publisher);
        must(
                "register the feed",
                ingest.get(path).status() == NOT_FOUND ? ingest.post("/api/v1/feeds", form) : ingest.put(path, form));
    }

    /**
     * The agreement, brought through its whole course: the recipient requests it, the agency offers it, the recipient
     * accepts, and both sign.
     *
     * @return its state: one that an earlier run ended stays ended
     */
    public String agreement(Publisher publisher) throws InterruptedException {
        String path = "/api/v1/agreements/" + publisher.agreement();
        Answer known = recipient.get(path);
        if (known.status() == NOT_FOUND) {
            known = patiently(
                    "draft the agreement", () -> recipient.post("/api/v1/agreements", Documents.agreement(publisher)));
        }
        String state = state(must("read the agreement", known));
        for (Step step = STEPS.get(state); step != null; step = STEPS.get(state)) {
            Api mover = step.agencys ? agency : recipient;
            state = state(must(step.move + " the agreement", mover.post(path + '/' + step.move, Map.of())));
        }
        return state;
    }

    /** Uploads a schedule that is a file; one that has an address is fetched by the dashboard itself. */
    public void schedule(Publisher publisher) throws InterruptedException {
        if (publisher.schedule() instanceof Schedule.Archive archive) {
            patiently("import the schedule", () -> {
                try {
                    return dashboard.upload("/api/v1/schedules/" + publisher.feed(), archive.path());
                } catch (IOException e) {
                    throw new StartFailure("The schedule " + archive.path() + " cannot be read: " + e.getMessage(), e);
                }
            });
        }
    }

    /** The key with which the recipient's dashboard will certify destructions; its officer stands for it. */
    public void certificateKey(String ofRecipient) throws InterruptedException {
        Answer key = patiently("read the dashboard's key", () -> dashboard.get("/api/v1/certificate-key"));
        Map<String, String> form =
                Map.of("publicKey", key.body().path("publicKey").asText(), "use", "certificates");
        must("register the dashboard's key", recipient.post("/api/v1/parties/" + ofRecipient + "/keys", form));
    }

    private static String state(Answer agreement) {
        return agreement.body().path("state").asText();
    }

    private Answer patiently(String what, Attempt attempt) throws InterruptedException {
        Answer answer = attempt.ask();
        for (int tries = 1; tries < TRIES && !answer.good() && notYet(answer); tries++) {
            crew.pause(BETWEEN_TRIES);
            answer = attempt.ask();
        }
        return must(what, answer);
    }

    private static boolean notYet(Answer answer) {
        return NOT_YET.contains(answer.status())
                || answer.body().path("code").asText().startsWith("unknown-feed");
    }

    private static Answer must(String what, Answer answer) {
        if (!answer.good()) {
            throw new StartFailure("Could not " + what + ": " + answer.problem());
        }
        return answer;
    }

    private interface Attempt {
        Answer ask() throws InterruptedException;
    }
}
