package org.weir.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** The guided draft, as somebody fills it in. */
final class DraftScreen {
    private final Page page;

    DraftScreen(Page page) {
        this.page = page;
    }

    /** The first step: who shares with whom, for what, resting on what. */
    DraftScreen who(String tier, String title, String uid, String parent, String purpose, String board) {
        page.locator("label[for=tier-" + tier + "]").click();
        page.getByTestId("title").fill(title);
        page.getByTestId("uid").fill(uid);
        page.getByTestId("assigner").selectOption(AgreementJourneyIT.AGENCY);
        page.getByTestId("assignee").fill(AgreementJourneyIT.RECIPIENT);
        if (parent != null) {
            page.getByTestId("parent").selectOption(parent);
        }
        page.getByTestId("purpose").selectOption(purpose);
        page.getByTestId("authority").fill("Riverton City Code § 14-203");
        page.getByTestId("benefit").fill("Riders whose buses stand in traffic.");
        page.getByTestId("risk").fill("A driver could be told apart; vehicle ids are pseudonyms.");
        page.getByTestId("decision").fill("Which streets get a bus lane.");
        page.getByTestId("alternatives").fill("Counting by hand; it misses nights.");
        page.getByTestId("board").selectOption(board);
        return next();
    }

    /** The second step: one feed, its open fields, and these beside them. */
    DraftScreen what(List<String> also) {
        page.getByTestId("feed").selectOption(AgreementJourneyIT.FEED);
        also.forEach(this::toggle);
        return next();
    }

    DraftScreen toggle(String field) {
        page.locator("label[for='fields-" + field + "']").click();
        return this;
    }

    /** The third step: vehicles under a pseudonym. */
    DraftScreen how() {
        page.getByTestId("how-vehicle.id").selectOption("pseudonymise");
        return next();
    }

    /** The fourth step. */
    DraftScreen keptFor(int days) {
        page.getByTestId("retention").fill(Integer.toString(days));
        return next();
    }

    DraftScreen next() {
        page.getByTestId("next").click();
        return this;
    }

    /** The last step is there: every rule was held against the draft, and where data flows, records were replayed. */
    DraftScreen checked() {
        page.getByTestId("no-findings").waitFor();
        page.locator("[aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        Accessibility.assertAccessible(page);
        return this;
    }

    /** How many recent records were replayed under the draft. */
    int replayed() {
        return Integer.parseInt(page.getByTestId("preview").getAttribute("data-replayed"));
    }

    /** Sends it, and waits for the agreement's own page. */
    void send(String how) {
        page.getByTestId("send-" + how).click();
        page.getByTestId("agreement").waitFor();
    }
}
