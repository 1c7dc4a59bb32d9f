package org.weir.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two agencies and a review board make three agreements through the screens alone: a memorandum, a data sharing agreement
 * under it, a licence under that, which runs on the city's feed, is amended, revoked, destroyed, certified and closed.
 */
class AgreementJourneyIT {
    static final String AGENCY = "riverton-transit";
    static final String RECIPIENT = "city-planning";
    static final String FEED = "riverton-transit.vehicle-positions";

    private static final String BOARD = "journey-board";
    private static final String MOU = "journey-mou";
    private static final String DSA = "journey-dsa";
    private static final String DUL = "journey-dul";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RunningWeir weir;
    private static Chromium chromium;
    private static Page transit;
    private static Page city;
    private static Page counsel;
    private static Page first;
    private static Page second;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        weir = RunningWeir.startAnew(Path.of("target/agreement-journey").toAbsolutePath(), "--poll", "0.5");
        People people = new People(weir, chromium.browser());
        transit = people.signedIn("rae.transit", "data-officer", AGENCY, null);
        city = people.signedIn("kim.city", "data-officer", null, RECIPIENT);
        counsel = people.signedIn("lee.counsel", "counsel", AGENCY, null);
        first = people.signedIn("robin.board", "reviewer", null, null);
        second = people.signedIn("noor.board", "reviewer", null, null);
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (weir != null) {
            weir.close();
        }
    }

    @Test
    void threeAgreementsAreMade_oneRuns_isAmended_revoked_destroyed_certifiedAndClosed() throws Exception {
        // Given a review board of three
        makesTheBoard();

        // When the agency offers a memorandum and a data sharing agreement, both go the whole course
        draft().who("MOU", "Data for better streets: memorandum", MOU, null, "public-service", BOARD)
                .keptFor(900)
                .checked()
                .send("offer");
        goesThrough(MOU, "IN_REVIEW");
        draft().who("DSA", "Vehicle positions for planning", DSA, MOU, "transport-planning", BOARD)
                .what(List.of("vehicle.id"))
                .how()
                .keptFor(600)
                .checked()
                .send("offer");
        goesThrough(DSA, "IN_REVIEW");

        // And a licence under them, of which the agency saw what would flow, with counsel's remark
        DraftScreen licence = draft().who(
                        "DUL", "Bus positions for the lane study", DUL, DSA, "transit-planning", BOARD)
                .what(List.of("vehicle.id"))
                .how()
                .keptFor(365)
                .checked();
        assertThat(licence.replayed()).isPositive();
        picture(transit, "draft-preview");
        licence.send("offer");
        of(counsel, DUL).open().accessible().writes("comment", "The clause on enforcement use is as we asked.");
        goesThrough(DUL, "IN_REVIEW");

        // Then it runs on the city's feed, and the ledger balances
        await().pollInSameThread().atMost(SOON).until(() -> shared(DUL) > 0);
        of(transit, DUL).open().accessible().picture("in-force");
        assertThat(transit.locator("[data-testid=ledger][data-balanced=false]").count())
                .isZero();
        System.out.println("records shared under the licence before the amendment: " + shared(DUL));

        // When it is amended to share less, through the same course
        of(transit, DUL)
                .open()
                .edits("amend")
                .next()
                .toggle("position.bearing")
                .next()
                .next()
                .next()
                .checked()
                .send("offer");
        goesThroughAsAmendment();
        of(transit, DUL).open();
        transit.getByTestId("changes").waitFor();
        assertThat(transit.getByTestId("changes").innerText()).contains("Shares less");
        of(transit, DUL).accessible().picture("amended");

        // And revoked
        AgreementScreen page = of(transit, DUL).open();
        JsonNode receipt = page.does("revoke", "The lane study is over.");
        transit.getByTestId("receipt").waitFor();
        page.accessible().picture("revoked");

        // Then not one record more is shared after the receipt
        int after = SharedTopicTail.recordsAfter(weir.broker(), receipt, Duration.ofSeconds(5));
        System.out.println("records shared after the revocation's receipt: " + after);
        assertThat(after).isZero();

        // And what was received is destroyed and certified, with counts, and the agreement is closed
        certified();
        of(transit, DUL)
                .standing("DESTRUCTION_CERTIFIED")
                .accessible()
                .picture("certified")
                .does("close");
        of(transit, DUL).standing("CLOSED").accessible();
        everyOtherPageIsAccessible();
    }

    private static void makesTheBoard() {
        transit.navigate(weir.dashboard() + "/boards");
        transit.getByTestId("board-name").fill("Riverton data review board");
        transit.getByTestId("board-id").fill(BOARD);
        transit.getByTestId("board-members").fill("robin.board\nnoor.board\nm.okonkwo");
        transit.getByTestId("board-quorum").fill("2");
        Accessibility.assertAccessible(transit);
        transit.getByTestId("board-save").click();
        transit.getByTestId("board-saved").waitFor();
    }

    private static DraftScreen draft() {
        transit.navigate(weir.dashboard() + "/agreements/new");
        transit.getByTestId("next").waitFor();
        return new DraftScreen(transit);
    }

    /** From the offer to force: the recipient accepts, the board approves, both sign. Vote and signature without a mouse. */
    private static void goesThrough(String uid, String afterAccepting) throws Exception {
        waitsFor(city, uid);
        of(city, uid).open().accessible().does("accept");
        waitsFor(first, uid);
        of(first, uid).standing(afterAccepting).accessible().approvesByKeyboard();
        of(second, uid).open().votes("approve");
        of(city, uid).standing("AGREED").doesByKeyboard("sign");
        of(transit, uid).standing("VERIFIED").accessible().doesByKeyboard("sign");
        of(transit, uid).standing("ACTIVE");
        System.out.println(uid + ": offered, accepted, approved by its board, signed by both, in force");
    }

    /** The same for an amendment: the version in force stays in force until the new one takes its place. */
    private static void goesThroughAsAmendment() throws Exception {
        waitsFor(city, DUL);
        of(city, DUL).open().accessible().does("accept");
        waitsFor(first, DUL);
        of(first, DUL).open().approvesByKeyboard();
        of(second, DUL).open().votes("approve");
        waitsFor(city, DUL);
        of(city, DUL).open().doesByKeyboard("sign");
        waitsFor(transit, DUL);
        of(transit, DUL).open().doesByKeyboard("sign");
        await().pollInSameThread()
                .atMost(SOON)
                .until(() -> view(DUL).path("document").path("version").asInt() == 2);
        System.out.println(DUL + ": amended, version 2 in force");
    }

    /** Somebody's inbox names the agreement. */
    private static void waitsFor(Page page, String uid) {
        await("inbox to name " + uid)
                .pollInSameThread()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    page.navigate(weir.dashboard() + "/inbox");
                    page.locator("h1").waitFor();
                    page.locator("[data-testid=inbox-item], .w-empty").first().waitFor();
                    return page.locator("[data-testid=inbox-item] a[href='/agreements/" + uid + "']")
                                    .count()
                            > 0;
                });
        Accessibility.assertAccessible(page);
    }

    /** The dashboard certifies by itself; where it does not, the recipient's officer does. */
    private static void certified() throws Exception {
        await().pollInSameThread().atMost(SOON).until(() -> {
            String state = of(city, DUL).open().state();
            return state.equals("DESTRUCTION_CERTIFIED")
                    || state.equals("DESTRUCTION_DUE") && of(city, DUL).offers("certificate");
        });
        if (of(city, DUL).state().equals("DESTRUCTION_DUE") && of(city, DUL).offers("certificate")) {
            city.getByTestId("certificate").click();
            city.getByTestId("certificate-count").fill("0");
            city.getByTestId("certificate-reason").fill("Dashboard tables and exports; no backups are kept.");
            city.getByTestId("certificate-confirm").click();
        }
        of(city, DUL).standing("DESTRUCTION_CERTIFIED").accessible();
        System.out.println("certificate: " + view(DUL).path("destruction").path("certificate"));
    }

    private static void everyOtherPageIsAccessible() {
        for (String path :
                List.of("/agreements", "/inbox", "/ledger", "/boards", "/emergency", "/jurisdictions", "/register")) {
            transit.navigate(weir.dashboard() + path);
            transit.locator("h1").first().waitFor();
            transit.locator("[aria-busy=true]")
                    .first()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            Accessibility.assertAccessible(transit);
            picture(transit, "page" + path.replace('/', '-'));
        }
        // The register asks nobody to sign in.
        Page resident = chromium.browser().newPage();
        resident.navigate(weir.dashboard() + "/register");
        resident.locator("[data-testid=register-entry]").first().waitFor();
        Accessibility.assertAccessible(resident);
        resident.close();
    }

    private static AgreementScreen of(Page page, String uid) {
        return new AgreementScreen(page, weir.dashboard(), uid);
    }

    private static JsonNode view(String uid) throws Exception {
        return json("/api/v1/agreements/" + uid);
    }

    private static long shared(String uid) throws Exception {
        return json("/api/v1/ledger?agreement=" + uid)
                .path("balances")
                .path(0)
                .path("shared")
                .asLong();
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper()
                .readTree(transit.request().get(weir.dashboard() + path).body());
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true));
    }
}
