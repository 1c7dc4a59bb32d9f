package org.weir.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;

/** An agreement's page, as one person sees it. */
final class AgreementScreen {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Page page;
    private final String dashboard;
    private final String uid;

    AgreementScreen(Page page, String dashboard, String uid) {
        this.page = page;
        this.dashboard = dashboard;
        this.uid = uid;
    }

    AgreementScreen open() {
        page.navigate(dashboard + "/agreements/" + uid);
        page.getByTestId("agreement").waitFor();
        return settled();
    }

    private AgreementScreen settled() {
        page.locator("[aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Opens it until it stands so. */
    AgreementScreen standing(String state) {
        await("agreement " + uid + " to be " + state)
                .pollInSameThread()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> open().state().equals(state));
        return this;
    }

    String state() {
        return page.getByTestId("agreement").getAttribute("data-state");
    }

    /** Presses a command's button, gives its reason where it asks for one, confirms; waits until it is done. */
    JsonNode does(String command, String reason) throws Exception {
        page.getByTestId(command).click();
        if (reason != null) {
            page.getByTestId(command + "-reason").fill(reason);
        }
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/" + command),
                () -> page.getByTestId(command + "-confirm").click());
        done(command, answer.status());
        return new ObjectMapper().readTree(answer.body());
    }

    JsonNode does(String command) throws Exception {
        return does(command, null);
    }

    /** The same without a mouse. */
    void doesByKeyboard(String command) {
        Keyboard keyboard = new Keyboard(page);
        keyboard.press("Enter", command);
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/" + command),
                () -> keyboard.press("Enter", command + "-confirm"));
        done(command, answer.status());
    }

    void votes(String word) {
        page.locator("label[for=vote-" + word + "]").click();
        Response answer =
                page.waitForResponse(response -> response.url().endsWith("/votes"), () -> page.getByTestId("vote-cast")
                        .click());
        done("vote", answer.status());
    }

    /** Approves without a mouse. */
    void approvesByKeyboard() {
        Keyboard keyboard = new Keyboard(page);
        keyboard.press("Space", "vote-approve");
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/votes"), () -> keyboard.press("Enter", "vote-cast"));
        done("vote", answer.status());
    }

    void writes(String what, String text) {
        page.getByTestId(what + "-text").fill(text);
        page.getByTestId(what + "-send").click();
        page.getByText(text).first().waitFor();
        settled();
    }

    /** Goes to the form that writes the agreement anew. */
    DraftScreen edits(String as) {
        page.getByTestId("edit-" + as).click();
        page.getByTestId("next").waitFor();
        return new DraftScreen(page);
    }

    boolean offers(String command) {
        return page.getByTestId(command).count() > 0;
    }

    AgreementScreen accessible() {
        Accessibility.assertAccessible(page);
        return this;
    }

    AgreementScreen picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/agreement-" + name + ".png"))
                .setFullPage(true));
        return this;
    }

    Page page() {
        return page;
    }

    private void done(String what, int status) {
        if (status >= 300) {
            throw new AssertionError(what + " of " + uid + " was answered with " + status + ": "
                    + page.getByTestId("problem").first().innerText());
        }
        settled();
    }
}
