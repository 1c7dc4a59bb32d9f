package org.weir.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** More people than a local Weir has by itself: tokens signed with its issuer's key, and a browser of their own for each. */
final class People {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A machine that builds beside the test answers late; a page that never answers fails all the same. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final RunningWeir weir;
    private final Browser browser;
    private final PrivateKey issuer;

    People(RunningWeir weir, Browser browser) throws IOException, GeneralSecurityException {
        this.weir = weir;
        this.browser = browser;
        this.issuer = key(weir.data().resolve("issuer.pem"));
    }

    /**
     * Somebody who has just signed in.
     *
     * @param subject as boards and histories name them
     * @param agency whose officer, or null
     * @param recipient whose officer, or null
     */
    Page signedIn(String subject, String role, String agency, String recipient) throws Exception {
        ObjectNode claims =
                (ObjectNode) JSON.readTree(decoded(weir.token("data-officer").split("\\.")[1]));
        claims.put("sub", subject).put("upn", subject).put("name", subject);
        claims.putArray("groups").add(role);
        claims.remove("agency");
        claims.remove("recipient");
        if (agency != null) {
            claims.put("agency", agency);
        }
        if (recipient != null) {
            claims.put("recipient", recipient);
        }
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setTimezoneId("America/New_York"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.navigate(weir.dashboard() + "/sign-in#" + token(claims));
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private String token(ObjectNode claims) throws GeneralSecurityException {
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString());
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(issuer);
        rsa.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(rsa.sign());
    }

    private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        StringBuilder body = new StringBuilder();
        Files.readString(pem).lines().filter(line -> !line.startsWith("-----")).forEach(body::append);
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body.toString())));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
