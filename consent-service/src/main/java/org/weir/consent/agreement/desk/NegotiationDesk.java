package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.NegotiationCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Standing;
import org.weir.consent.review.Board;
import org.weir.consent.review.store.BoardStore;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.AgreementId;

/** What two parties say to each other about a text. */
@ApplicationScoped
public class NegotiationDesk {
    private final AgreementDesk desk;
    private final TextCheck texts;
    private final BoardStore boards;

    NegotiationDesk(AgreementDesk desk, TextCheck texts, BoardStore boards) {
        this.desk = desk;
        this.texts = texts;
        this.boards = boards;
    }

    public Agreement draft(Caller caller, AgreementDocument document) {
        texts.requireRules(document);
        Side side = new Standing(caller).requireDrafting(document);
        return desk.change(document.uid(), new NegotiationCommand.Draft(document), desk.act(caller, side));
    }

    public Agreement redraft(Caller caller, AgreementDocument document) {
        texts.requireRules(document);
        return desk.move(caller, document.uid(), Move.REDRAFT, a -> new NegotiationCommand.Redraft(document));
    }

    public Agreement amend(Caller caller, AgreementId id, AgreementDocument document) {
        texts.requireRules(document);
        return desk.move(caller, id, Move.AMEND, a -> new NegotiationCommand.Amend(document));
    }

    /** @param document the changed text, or null where it stays */
    public Agreement request(Caller caller, AgreementId id, AgreementDocument document) {
        return desk.move(caller, id, Move.REQUEST, a -> {
            texts.requireNarrow(text(a, document));
            return new NegotiationCommand.Request(document);
        });
    }

    /** @param document the changed text, or null where it stays */
    public Agreement offer(Caller caller, AgreementId id, AgreementDocument document) {
        return desk.move(caller, id, Move.OFFER, a -> {
            texts.requireNarrow(text(a, document));
            return new NegotiationCommand.Offer(document);
        });
    }

    public Agreement accept(Caller caller, AgreementId id) {
        return desk.move(caller, id, Move.ACCEPT, a -> {
            AgreementDocument document = text(a, null);
            texts.requireNarrow(document);
            return new NegotiationCommand.Accept(document, board(document));
        });
    }

    public Agreement refuse(Caller caller, AgreementId id, String reason) {
        return desk.move(caller, id, Move.REFUSE, a -> new NegotiationCommand.Refuse(reason));
    }

    public Agreement comment(Caller caller, AgreementId id, String text) {
        Agreement agreement = desk.required(id);
        new Standing(caller).requireRemarking(agreement);
        Side side = caller.sideOf(agreement.document());
        return desk.change(id, new NegotiationCommand.Remark(text), desk.act(caller, side));
    }

    private Board board(AgreementDocument document) {
        return document.reviewBoard() == null
                ? null
                : boards.find(document.reviewBoard()).orElse(null);
    }

    private static AgreementDocument text(Agreement agreement, AgreementDocument changed) {
        return changed == null ? agreement.negotiated().document() : changed;
    }
}
