/** What is used of KMS, by name: a bundle then carries these three and not the whole service (40 kB less, measured). */
export { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
