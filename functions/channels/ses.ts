/** What is used of SES, by name, so that a bundle carries these two and not the whole service. */
export { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
