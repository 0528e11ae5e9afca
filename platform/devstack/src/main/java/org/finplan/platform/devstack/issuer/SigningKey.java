package org.finplan.platform.devstack.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key on the curve P-256 that signs JSON Web Tokens (ES256). */
public final class SigningKey {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, false);
    private static final int COORDINATE_BYTES = 32;

    private final ECPublicKey publicKey;
    private final ECPrivateKey privateKey;

    private SigningKey(ECPublicKey publicKey, ECPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** {@return a new key} */
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    /**
     * Reads a key, or makes one and writes it.
     *
     * @param directory directory that holds {@code NAME.pem} (private, mode 0600) and {@code NAME.pub.pem}
     * @param name name of the key
     * @return the key
     */
    public static SigningKey readOrCreate(Path directory, String name) {
        Path privateFile = directory.resolve(name + ".pem");
        Path publicFile = directory.resolve(name + ".pub.pem");
        try {
            if (Files.exists(privateFile) && Files.exists(publicFile)) {
                return read(privateFile, publicFile);
            }
            SigningKey key = generate();
            Files.createDirectories(directory);
            Files.deleteIfExists(privateFile);
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(privateFile, pem("PRIVATE KEY", key.privateKey.getEncoded()));
            Files.writeString(publicFile, pem("PUBLIC KEY", key.publicKey.getEncoded()));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the key " + privateFile, e);
        }
    }

    private static SigningKey read(Path privateFile, Path publicFile) throws IOException {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new SigningKey(
                    (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(decode(publicFile))),
                    (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(decode(privateFile))));
        } catch (GeneralSecurityException e) {
            throw new IOException(privateFile + " holds no P-256 key", e);
        }
    }

    private static byte[] decode(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + MIME.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }

    /** {@return the id of the key: its thumbprint after RFC 7638} */
    public String id() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("crv", "P-256");
        members.put("kty", "EC");
        members.put("x", coordinate(publicKey.getW().getAffineX()));
        members.put("y", coordinate(publicKey.getW().getAffineY()));
        try {
            return URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(members)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** {@return the public half as a member of a JSON Web Key Set} */
    public Map<String, Object> jwk() {
        return Map.of(
                "kty", "EC",
                "crv", "P-256",
                "alg", "ES256",
                "use", "sig",
                "kid", id(),
                "x", coordinate(publicKey.getW().getAffineX()),
                "y", coordinate(publicKey.getW().getAffineY()));
    }

    /**
     * Signs a token.
     *
     * @param claims the claims; times are seconds since the epoch
     * @return the compact form
     */
    public String sign(Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", "JWT");
        header.put("kid", id());
        String content = URL.encodeToString(bytes(header)) + "." + URL.encodeToString(bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with ES256", e);
        }
    }

    private static byte[] bytes(Map<String, Object> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("claims that are no JSON: " + members, e);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(raw.length, COORDINATE_BYTES);
        System.arraycopy(raw, raw.length - length, fixed, COORDINATE_BYTES - length, length);
        return URL.encodeToString(fixed);
    }
}
