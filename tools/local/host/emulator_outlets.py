"""What the emulator was handed for people and does not keep of itself, so that a reader can look at it as the recipient:
pushes stand beside the texts, under the endpoint they went to, and a mail keeps the tags it was sent with. Beside that two
corrections: an app's endpoint is named as SNS names it, and whoever sends a mail is asked for the permission to do so by
that identity and configuration set, as that address (Service Authorization Reference, "Amazon Simple Email Service v2")."""

import json
import re
from email.utils import parseaddr

from ministack import app
from ministack.core.responses import get_account_id
from ministack.services import ses, ses_v2, sns

publish = sns._publish
create_endpoint = sns._create_platform_endpoint
enforce = app._enforce_ses_v2
send = ses_v2.handle_request
show = app._handle_ses_messages_request

MESSAGE_ID = re.compile(r"<MessageId>([^<]+)</MessageId>")


def publish_and_keep(params):
    answer = publish(params)
    endpoint = sns._p(params, "TargetArn")
    if answer[0] == 200 and endpoint in sns._platform_endpoints:
        body = answer[2].decode() if isinstance(answer[2], bytes) else answer[2]
        sns._sms_log_for(endpoint).append(
            {
                "MessageId": MESSAGE_ID.search(body).group(1),
                "Message": sns._p(params, "Message"),
                "MessageAttributes": sns._parse_message_attributes(params),
            }
        )
    return answer


def endpoint_as_sns_names_it(params):
    status, headers, body = create_endpoint(params)
    for arn in [one["arn"] for one in sns._platform_endpoints.values() if ":app/" in one["arn"]]:
        endpoint = sns._platform_endpoints.pop(arn)
        named = arn.replace(":app/", ":endpoint/")
        sns._platform_endpoints[named] = {**endpoint, "arn": named}
    text = body.decode() if isinstance(body, bytes) else body
    return status, headers, re.sub(r"(<EndpointArn>[^<]*):app/", r"\1:endpoint/", text)


def is_mail(method, path):
    return method == "POST" and path.rstrip("/").endswith("/outbound-emails")


def enforce_sender(method, path, headers, body, query_params, request_id):
    if not is_mail(method, path):
        return enforce(method, path, headers, body, query_params, request_id)
    asked = json.loads(body)
    sender = parseaddr(asked.get("FromEmailAddress", ""))[1]
    named = [f"identity/{sender.rpartition('@')[2]}", f"configuration-set/{asked.get('ConfigurationSetName', '')}"]
    for resource in named:
        arn = f"arn:aws:ses:{app.extract_region(headers, query_params)}:{get_account_id()}:{resource}"
        denied = app._enforce_data_plane(
            "sesv2",
            "ses:SendEmail",
            headers,
            query_params,
            request_id,
            resource_arn=arn,
            service_context={"ses:FromAddress": sender},
            named_resource=arn,
        )
        if denied:
            return denied
    return None


async def send_and_keep_tags(method, path, headers, body, query_params):
    answer = await send(method, path, headers, body, query_params)
    if is_mail(method, path) and answer[0] == 200:
        ses._sent_emails_list()[-1]["Tags"] = json.loads(body).get("EmailTags", [])
    return answer


async def show_with_tags(*request):
    answer = await show(*request)
    if answer is None or answer[0] != 200:
        return answer
    kept = [mail for mails in ses._sent_emails.to_dict().values() for mail in mails]
    tags = {mail["MessageId"]: mail.get("Tags", []) for mail in kept}
    page = json.loads(answer[2])
    for mails in page["messages"].values():
        for mail in mails:
            mail["Tags"] = tags.get(mail["MessageId"], [])
    return 200, answer[1], json.dumps(page).encode()


sns._publish = publish_and_keep
sns._create_platform_endpoint = endpoint_as_sns_names_it
app._enforce_ses_v2 = enforce_sender
ses_v2.handle_request = send_and_keep_tags
app._handle_ses_messages_request = show_with_tags
