package org.weir.consent.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;

/**
 * An agreement as its events made it, through all its versions. A command is decided against it and gives events;
 * replaying them gives the next agreement; nothing else changes one.
 *
 * @param current the version that counts: the one in force, or the first while it is talked about
 * @param proposed an amendment that is talked about while the current version is in force, or null
 * @param past versions whose place was taken, and amendments that never came about, oldest first
 * @param ending how sharing ended, or null
 * @param rest what makes it rest, if anything
 * @param keyEpoch which of its keys pseudonyms are made with; counts from 1
 * @param rotatedIn the change that brought that key; 0 for the first
 * @param ran whether records may have flowed under it
 * @param comments oldest first
 * @param history every event, oldest first; never empty
 * @param epoch the last change of which enforcers must hear; a comment is none
 */
public record Agreement(
        Version current,
        Version proposed,
        List<Version> past,
        Ending ending,
        Rest rest,
        int keyEpoch,
        long rotatedIn,
        boolean ran,
        List<Comment> comments,
        List<Change> history,
        long epoch) {
    /**
     * One change.
     *
     * @param version of which version
     * @param state where that version stood after it
     * @param at when
     * @param by who
     * @param epoch its number among all changes of agreements
     * @param what in a sentence
     */
    public record Change(int version, AgreementState state, Instant at, String by, long epoch, String what) {}

    /** An event with the epoch under which it was kept. */
    public record Numbered(long epoch, AgreementEvent event) {}

    public Agreement {
        past = List.copyOf(past);
        comments = List.copyOf(comments);
        history = List.copyOf(history);
    }

    /** An agreement of which there is only its first version. */
    static Agreement of(Version first) {
        return new Agreement(first, null, List.of(), null, Rest.NONE, 1, 0, false, List.of(), List.of(), 0);
    }

    /** The agreement that these events made, oldest first; empty where there are none. */
    public static Optional<Agreement> replay(List<Numbered> events) {
        Agreement agreement = null;
        for (Numbered each : events) {
            agreement = after(agreement, each);
        }
        return Optional.ofNullable(agreement);
    }

    /** The agreement after one more event; {@code before} is null before the first. */
    public static Agreement after(Agreement before, Numbered next) {
        AgreementEvent event = next.event();
        Agreement now = event.replay(before, next.epoch());
        Version touched = now.touchedSince(before);
        List<Change> history = new ArrayList<>(before == null ? List.of() : before.history);
        history.add(new Change(
                touched.document().version(), touched.state(), event.at(), event.by(), next.epoch(), event.what()));
        long heard = before != null && now.tellsTheSameAs(before) ? before.epoch : next.epoch();
        return new Agreement(
                now.current,
                now.proposed,
                now.past,
                now.ending,
                now.rest,
                now.keyEpoch,
                now.rotatedIn,
                now.ran,
                now.comments,
                history,
                heard);
    }

    /** The text that counts. */
    public AgreementDocument document() {
        return current.document();
    }

    public AgreementState state() {
        return current.state();
    }

    /** The version that is talked about: the amendment where there is one. */
    public Version negotiated() {
        return proposed == null ? current : proposed;
    }

    /** The amendment that both signed and that waits for its first second. */
    public Optional<AgreementDocument> waiting() {
        return Optional.ofNullable(proposed)
                .filter(version -> version.state() == AgreementState.FINALIZED)
                .map(Version::document);
    }

    public Change last() {
        return history.get(history.size() - 1);
    }

    /** Whether nothing may flow under it, nor under what inherits from it, until it goes on. */
    public boolean rests() {
        return state() == AgreementState.SUSPENDED || rest.withParent();
    }

    /** In which state sharing ended, or null. */
    public AgreementState endedAs() {
        return ending == null ? null : ending.as();
    }

    /** Whether, once it has ended, what was shared must be destroyed. */
    public boolean owesDestruction() {
        return ran;
    }

    /** Whether it was in force ever, or both had signed. */
    public boolean wasFinal() {
        return ran || current.stays().stream().anyMatch(s -> binding(s.state()));
    }

    /**
     * Whether a version that makes pseudonyms for that purpose has been in force since the keys last changed: then their
     * key has been made, and where it is missing it was lost.
     */
    public boolean hasNeededKey(String purpose) {
        Instant rotated = history.stream()
                .filter(change -> change.epoch() == rotatedIn)
                .findFirst()
                .map(Change::at)
                .orElse(Instant.MIN);
        return versions().stream()
                .filter(version -> !version.document().obligations().isEmpty())
                .filter(version -> purpose.equals(version.document().purpose()))
                .anyMatch(version -> version.wasInForceSince(rotated));
    }

    /** What enforcers are told of it. */
    public AgreementRecord record() {
        Change heard = heard();
        return new AgreementRecord(epoch, state(), endedAs(), keyEpoch, document(), heard.at(), heard.by());
    }

    /** What the recipient is told of it; nothing before both have signed. */
    public Optional<AgreementNotice> notice() {
        return wasFinal()
                ? Optional.of(new AgreementNotice(
                        epoch,
                        state(),
                        endedAs(),
                        document(),
                        heard().at(),
                        ending == null ? null : ending.destroyBy()))
                : Optional.empty();
    }

    /** Every version that there has been, oldest first. */
    public List<Version> versions() {
        List<Version> all = new ArrayList<>(past);
        all.add(current);
        if (proposed != null) {
            all.add(proposed);
        }
        return List.copyOf(all);
    }

    /** With the negotiated version in place of what it was; an amendment that came to nothing is past. */
    Agreement negotiated(Version version) {
        if (proposed == null) {
            return withCurrent(version);
        }
        return version.state().ended() ? with(current, null, and(past, version)) : with(current, version, past);
    }

    Agreement withCurrent(Version version) {
        return with(version, proposed, past);
    }

    /** The version in force has come to stand in another state. */
    Agreement standing(AgreementState state, Instant at) {
        return withCurrent(current.in(state, at, null));
    }

    /** Resting for these reasons, or going on for want of any. What is only signed goes on waiting for its first second. */
    Agreement resting(Rest now, Instant at) {
        AgreementState state = now.any() ? AgreementState.SUSPENDED : AgreementState.ACTIVE;
        boolean stays = state() == AgreementState.FINALIZED || state() == state;
        Version version = stays ? current : current.in(state, at, null);
        return new Agreement(version, proposed, past, ending, now, keyEpoch, rotatedIn, ran, comments, history, epoch);
    }

    Agreement withProposed(Version version) {
        return with(current, version, past);
    }

    /** With the amendment in force in place of the version before. */
    Agreement withAmendmentInForce(Version former, Version inForce) {
        Agreement now = with(inForce, null, and(past, former));
        return now.running();
    }

    /** In force from now on. */
    Agreement running() {
        boolean runs = ran || document().runs();
        return new Agreement(
                current, proposed, past, ending, rest, keyEpoch, rotatedIn, runs, comments, history, epoch);
    }

    /** Ended; an amendment that was talked about falls with it. */
    Agreement ended(Ending end) {
        Version over = current.in(end.as(), end.at(), null);
        List<Version> all = proposed == null ? past : and(past, proposed.in(AgreementState.REFUSED, end.at(), null));
        return new Agreement(over, null, all, end, rest, keyEpoch, rotatedIn, ran, comments, history, epoch);
    }

    Agreement withEnding(AgreementState state, Instant at, Ending end) {
        return new Agreement(
                current.in(state, at, null),
                proposed,
                past,
                end,
                rest,
                keyEpoch,
                rotatedIn,
                ran,
                comments,
                history,
                epoch);
    }

    Agreement withKeys(int next, long rotated) {
        return new Agreement(current, proposed, past, ending, rest, next, rotated, ran, comments, history, epoch);
    }

    Agreement with(Comment comment) {
        return new Agreement(
                current,
                proposed,
                past,
                ending,
                rest,
                keyEpoch,
                rotatedIn,
                ran,
                and(comments, comment),
                history,
                epoch);
    }

    private Agreement with(Version inForce, Version amendment, List<Version> former) {
        return new Agreement(
                inForce, amendment, former, ending, rest, keyEpoch, rotatedIn, ran, comments, history, epoch);
    }

    private boolean tellsTheSameAs(Agreement before) {
        return state() == before.state()
                && endedAs() == before.endedAs()
                && keyEpoch == before.keyEpoch
                && document().equals(before.document());
    }

    private Version touchedSince(Agreement before) {
        if (before == null || !current.equals(before.current)) {
            return current;
        }
        return past.size() > before.past.size() ? past.get(past.size() - 1) : negotiated();
    }

    /** The last change of which enforcers must hear. */
    public Change heard() {
        return history.stream().filter(c -> c.epoch() == epoch).findFirst().orElseGet(this::last);
    }

    private static boolean binding(AgreementState state) {
        return state == AgreementState.FINALIZED || state == AgreementState.ACTIVE;
    }

    private static <T> List<T> and(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
