package org.weir.consent.agreement;

import java.util.Objects;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Which text may become which version of an agreement. What a text says is checked by the document's rules. */
final class Text {
    private Text() {}

    /** A first version, made the usual way. */
    static void requireFirst(AgreementDocument first) {
        if (first.version() != 1 || first.supersedes() != null) {
            throw version("A new agreement begins with version 1 and takes no other's place.");
        }
        requireUsual(first);
    }

    /** Another text of the version that is talked about, between the same parties. */
    static void requireSame(Agreement agreement, AgreementDocument text) {
        AgreementDocument before = agreement.negotiated().document();
        if (!before.uid().equals(text.uid()) || before.version() != text.version()) {
            throw version("It is about version " + before.version() + " of " + before.uid() + "; the text is version "
                    + text.version() + " of " + text.uid() + '.');
        }
        if (!Objects.equals(before.supersedes(), text.supersedes())) {
            throw version("The version that it supersedes does not change.");
        }
        requireParties(before, text);
        requireUsual(text);
        if (agreement.proposed() != null) {
            Amendment.requireKept(agreement.document(), text);
        }
    }

    /** The next version of what is in force. */
    static void requireNext(AgreementDocument inForce, AgreementDocument next) {
        int version = inForce.version() + 1;
        if (!inForce.uid().equals(next.uid())
                || next.version() != version
                || !Objects.equals(next.supersedes(), inForce.version())) {
            throw version("The amendment of " + inForce.uid() + " is version " + version + " and supersedes version "
                    + inForce.version() + '.');
        }
        requireParties(inForce, next);
        requireUsual(next);
        Amendment.requireKept(inForce, next);
    }

    /** The text that somebody read is the one that is talked about still. */
    static void requireRead(Version version, AgreementDocument read) {
        if (!version.document().equals(read)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_STATE,
                    "The agreement is " + version.state() + " with another text meanwhile; read it first.");
        }
    }

    private static void requireParties(AgreementDocument before, AgreementDocument text) {
        if (!before.assigner().equals(text.assigner()) || !before.assignee().equals(text.assignee())) {
            throw other("Its parties are " + before.assigner() + " and " + before.assignee()
                    + "; with others it is another agreement.");
        }
    }

    /** Neither an emergency nor a presumption, which stand for signatures, comes in by the door for the usual texts. */
    private static void requireUsual(AgreementDocument text) {
        if (text.emergency() != null) {
            throw other("An emergency is declared and confirmed by two officers; the usual text has none.");
        }
        if (text.presumption() != null) {
            throw other("A presumption of sharing is drawn on in its jurisdiction; the usual text has none.");
        }
    }

    private static Refusal version(String detail) {
        return new Refusal(ErrorCode.AGREEMENT_VERSION, detail);
    }

    private static Refusal other(String detail) {
        return new Refusal(ErrorCode.AGREEMENT_OTHER_TEXT, detail);
    }
}
