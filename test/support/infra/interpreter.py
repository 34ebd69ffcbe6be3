"""moto's server, whose state machines work with the S3 and the Lambda that the environment names.

Usage: python interpreter.py PORT
"""

import json
import os
import sys

import boto3
from botocore.config import Config
from moto.core.config import default_user_config
from moto.server import main

ENDPOINTS = {"s3": os.environ["AWS_ENDPOINT_URL_S3"], "lambda": os.environ["AWS_ENDPOINT_URL_LAMBDA"]}

connect = boto3.client


def client(**options):
    """Tasks ask for clients of moto's own services by this."""
    endpoint = ENDPOINTS.get(options["service_name"])
    if endpoint is None:
        return connect(**options)
    options["config"] = options["config"].merge(Config(s3={"addressing_style": "path"}))
    connected = connect(
        **{
            **options,
            "endpoint_url": endpoint,
            "aws_access_key_id": os.environ["AWS_ACCESS_KEY_ID"],
            "aws_secret_access_key": os.environ["AWS_SECRET_ACCESS_KEY"],
        }
    )
    connected.meta.events.register("provide-client-params.s3.PutObject", written_as_json)
    return connected


def written_as_json(params, **_):
    """Step Functions writes an object as JSON; moto hands it on as it is."""
    if isinstance(params["Body"], dict):
        return {**params, "Body": json.dumps(params["Body"]).encode()}
    return params


boto3.client = client
default_user_config["stepfunctions"]["execute_state_machine"] = True
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
