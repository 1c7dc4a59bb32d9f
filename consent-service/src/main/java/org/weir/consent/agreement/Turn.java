package org.weir.consent.agreement;

import org.weir.schemas.agreement.AgreementState;

/** Whose turn it is, and what else must hold before a move is made. */
enum Turn {
    ANYBODY {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return null;
        }
    },
    /** A text is written anew by the party that wrote it; a declared emergency is confirmed as it stands or not. */
    WRITER {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            boolean anothers = version.lastMoveBy() != null && version.lastMoveBy() != side;
            return anothers
                    ? "it is the " + version.lastMoveBy().word() + "'s draft."
                    : NOT_DECLARED.objection(agreement, version, side, by);
        }
    },
    NOT_DECLARED {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return version.declaredBy() == null ? null : "it is declared as an emergency, to be confirmed or refused.";
        }
    },
    /** A text is accepted by the party that did not write it. */
    ANSWERER {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return version.lastMoveBy() == side
                    ? "the last move was the " + side.word() + "'s own, and the other party answers."
                    : null;
        }
    },
    MEMBER {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return version.review().board().has(by)
                    ? null
                    : "only members of " + version.review().board().name() + " vote and write minutes.";
        }
    },
    /** The recipient signs first, so that the agency has the last word. */
    SIGNATORY {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            Side next = version.state() == AgreementState.AGREED ? Side.ASSIGNEE : Side.ASSIGNER;
            return side == next ? null : "it is the " + next.word() + "'s turn to sign.";
        }
    },
    NO_OTHER_AMENDMENT {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return agreement.proposed() == null
                    ? null
                    : "an amendment is " + agreement.proposed().state() + " already.";
        }
    },
    /** What rests with its parent may be suspended as well: then it rests on when that goes on. */
    NOT_SUSPENDED {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return agreement.rest().byHand() ? "the agency suspended it already." : null;
        }
    },
    /** While a parent rests, nothing flows under its children. */
    PARENT_GOES_ON {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return agreement.rest().withParent()
                    ? "its parent " + agreement.document().inheritFrom() + " rests, and has to go on first."
                    : null;
        }
    },
    /** What ran is closed when its destruction is certified. */
    NOTHING_OWED {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            return version.state() == AgreementState.DESTRUCTION_CERTIFIED || !agreement.owesDestruction()
                    ? null
                    : "what was shared has to be destroyed first.";
        }
    },
    SECOND_OFFICER {
        @Override
        String objection(Agreement agreement, Version version, Side side, String by) {
            if (version.declaredBy() == null) {
                return "it is not declared as an emergency.";
            }
            return version.declaredBy().equals(by) ? "a second officer must confirm what the first declared." : null;
        }
    };

    /** Why the move may not be made, as the end of a sentence; null where it may. */
    abstract String objection(Agreement agreement, Version version, Side side, String by);
}
