/**
 * Stands in for X.509 in the deployed Worker. Passkeys are asked for without
 * attestation, so a browser sends no certificate; a registration that has one
 * all the same meets this error and is refused.
 */
class NoCertificates {
  constructor() {
    throw new Error("Certificates of authenticators are not read.");
  }
}

export {
  NoCertificates as AuthorityKeyIdentifierExtension,
  NoCertificates as CRLDistributionPointsExtension,
  NoCertificates as KeyDescription,
  NoCertificates as SubjectKeyIdentifierExtension,
  NoCertificates as X509Certificate,
  NoCertificates as X509ChainBuilder,
  NoCertificates as X509Crl,
};

/** Android's description of a key, among the extensions of its certificate. */
export const id_ce_keyDescription = "1.3.6.1.4.1.11129.2.1.17";
